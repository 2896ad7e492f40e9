import { t } from './texts';

/**
 * What an operator can do about a report that failed, by WeChat's own code.
 * Source: 发货信息录入接口, 错误码 (wechat order shipping).
 */
const advice: Readonly<Record<string, 'unknown_payment' | 'correct_once' | 'not_shippable' | 'not_opened' | 'payer' | 'line'>> = {
  '10060001': 'unknown_payment',
  '10060003': 'correct_once',
  '10060004': 'not_shippable',
  '10060031': 'payer',
  '48001': 'not_opened',
  '61003': 'not_opened',
  '10060012': 'line',
  '10060019': 'line',
};

/** One sentence: what is wrong, and what to do where. */
export function adviceOf(code: string | null): string {
  if (!code) return t('advice_line');
  return t(`advice_${advice[code] ?? (/^\d+$/.test(code) ? 'refused' : 'line')}`);
}

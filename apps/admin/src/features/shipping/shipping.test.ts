import { expect, it } from 'vitest';
import { adviceOf } from './advice';
import { t } from './texts';

it('says what to do about each of WeChat’s refusals, and something sensible about those nobody met yet', () => {
  expect(adviceOf('10060001')).toBe(t('advice_unknown_payment'));
  expect(adviceOf('48001')).toBe(t('advice_not_opened'));
  expect(adviceOf('10060014')).toBe(t('advice_refused'));
  expect(adviceOf('NETWORK')).toBe(t('advice_line'));
  expect(adviceOf(null)).toBe(t('advice_line'));
});

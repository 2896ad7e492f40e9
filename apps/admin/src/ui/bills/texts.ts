import { defineTexts } from '../../lib/i18n';

/** Words of WeChat's bills, for every page that shows their rows. */
export const t = defineTexts({
  payment: ['收款', 'Payment'],
  refund: ['退款', 'Refund'],
  fee: ['手续费', 'Fee'],
  other: ['其他', 'Other'],
  交易: ['交易', 'Payment'],
  退款: ['退款', 'Refund'],
  扣除交易手续费: ['扣除交易手续费', 'Fee taken'],
  退还交易手续费: ['退还交易手续费', 'Fee given back'],
  提现: ['提现', 'Withdrawal'],
  充值: ['充值', 'Top-up'],
});

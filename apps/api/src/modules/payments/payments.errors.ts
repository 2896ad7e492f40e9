import { defineProblems } from '../../platform/http/problem.js';

/** Every refusal of this module. */
export const paymentsProblems = defineProblems('payments', {
  not_found: { status: 404, zh: '没有找到要支付的内容', en: 'There is nothing of that kind to pay' },
  not_payable: {
    status: 409,
    zh: '现在不能支付，可能已支付、已取消或已过期',
    en: 'It cannot be paid now: it is paid, cancelled or expired',
  },
  in_progress: { status: 409, zh: '有一笔支付正在进行，请稍后再试', en: 'A payment is under way; try again in a moment' },
  no_openid: { status: 409, zh: '请在微信小程序中登录后支付', en: 'Sign in through the WeChat mini program to pay' },
  refused: { status: 502, zh: '微信支付拒绝了这笔支付', en: 'WeChat Pay refused this payment' },
  unavailable: { status: 503, zh: '微信支付暂时没有回应，请稍后再试', en: 'WeChat Pay does not answer now; try again later' },
  too_many_refunds: {
    status: 409,
    zh: '这笔支付已退款 50 次，微信不再受理，请用其他方式退给顾客',
    en: 'WeChat takes at most 50 refunds of one payment, and these are made; give the money back in another way',
  },
  refund_too_late: {
    status: 409,
    zh: '付款已超过一年，微信不再受理退款，请用其他方式退给顾客',
    en: 'The payment is more than a year old and WeChat refunds it no more; give the money back in another way',
  },
  nothing_to_refund: { status: 409, zh: '没有可退的款项', en: 'There is no money left to give back' },
});

import type { MoneyTaskKind } from '@pailou/contracts';
import { defineTexts } from '../../lib/i18n';

/** What a kind of difference is called, what it likely means, and what to do about it. */
const k = defineTexts({
  refund_failed: ['退款没有成功', 'A refund failed'],
  refund_failed_means: [
    '微信没能把钱退到顾客的账户：银行卡注销、账户异常，或这笔退款被关闭。',
    'WeChat could not give the money back: the customer’s card is closed, the account is not in order, or the refund was closed.',
  ],
  refund_failed_do: [
    '“退款异常”的，到 pay.weixin.qq.com › 交易中心 › 退款查询，按提示退到顾客的其他银行卡或商户账户；“退款关闭”的，可以在订单里再退一次。顾客收到钱后再关闭。',
    'If it is abnormal, open the refund query of the merchant console (pay.weixin.qq.com) and send it to another card or to your account. If it was closed, refund the order once more. Close this when the customer has the money.',
  ],
  payment_mismatch: ['支付和订单对不上', 'A payment does not match its order'],
  payment_mismatch_means: [
    '微信那边这个单号的金额、商户号或 AppID 和我们要求的不一样，我们没有把它记为已付款。',
    'Amount, merchant or AppID at WeChat are not what was asked for under this number, so it was not booked as paid.',
  ],
  payment_mismatch_do: [
    '先不要交货。到 pay.weixin.qq.com 按单号核对；如果有人用同一商户号在别处收款，请让他换单号规则。',
    'Do not hand anything over yet. Look the number up at pay.weixin.qq.com; if another system uses the same merchant number, let it use other numbers.',
  ],
  missing_here: ['微信有，我们没有', 'At WeChat, not here'],
  missing_here_means: [
    '同一个 AppID 下有别的系统在收款，或我们的数据库恢复过旧备份。',
    'Another system takes money under the same AppID, or our database was restored from an older backup.',
  ],
  missing_here_do: [
    '按微信单号查是谁收的。是我们的顾客就联系他补单或退款；是别的系统就写明后关闭。',
    'Find out by WeChat’s number who took it. If it is a customer of yours, make the order up or refund it; if it is another system’s, say so and close this.',
  ],
  missing_there: ['我们有，微信没有', 'Here, not at WeChat'],
  missing_there_means: [
    '账单可能还没写全，或这笔钱记到了别的日子。真的没有的话，我们多记了钱。',
    'The bill may not be complete yet, or has it on another day. If it is truly not there, our books say too much.',
  ],
  missing_there_do: [
    '先点“重新获取”。仍然没有，就按商户单号在 pay.weixin.qq.com 查；查不到请联系微信支付客服，弄清前不要交货。',
    'Fetch the bill again first. If it is still not there, look the number up at pay.weixin.qq.com, and ask WeChat Pay’s support if it is unknown there.',
  ],
  amount: ['金额不一样', 'The amounts differ'],
  amount_means: [
    '两边记的金额不同。少见，多半是账单有误或有人改过数据。',
    'Both books have it with another amount. This is rare: the bill is wrong, or somebody changed data.',
  ],
  amount_do: [
    '重新获取账单。仍不同，就以微信的为准核对订单，并联系微信支付客服。',
    'Fetch the bill again. If it still differs, compare the order with what WeChat has, and ask WeChat Pay’s support.',
  ],
  state: ['状态不一样', 'The states differ'],
  state_means: [
    '微信说已经成功，我们还没记上；或反过来。多半是通知丢了，又还没问到。',
    'WeChat says that it went through and we do not have it yet, or the other way round: most likely a notice was lost and asking has not found it yet.',
  ],
  state_do: [
    '等几分钟会自己好。如果一小时后还在，打开资金明细看这笔支付或退款停在哪一步。',
    'It mends itself within minutes. If it is still there after an hour, open the money of the order and see where it stopped.',
  ],
  duplicate: ['账单里出现了两次', 'Twice on the bill'],
  duplicate_means: [
    '同一个单号在账单里不止一行。顾客可能付了两次，或账单重复。',
    'One number has more than one row. The customer may have paid twice, or the bill repeats itself.',
  ],
  duplicate_do: [
    '重新获取账单。仍是两行，就问顾客扣了几次；多扣的请联系微信支付客服退回。',
    'Fetch the bill again. If both rows stay, ask the customer how often they were charged, and let WeChat Pay give back what was too much.',
  ],
  fee: ['手续费不对', 'The fee is wrong'],
  fee_means: ['微信收的手续费和“费率 × 金额”差了一分以上。', 'WeChat’s fee is more than a fen away from the rate of the amount.'],
  fee_do: [
    '有优惠费率或补贴时会这样。金额小可以直接关闭；经常出现请联系微信支付客服。',
    'Special rates or subsidies do this. Close it when it is small; if it comes often, ask WeChat Pay’s support.',
  ],
  fee_rate: ['费率变了', 'The rate has changed'],
  fee_rate_means: [
    '这一天的费率和前一天不同：签约费率调整、活动开始或结束。',
    'The rate of this day is not that of the day before: your contract changed, or an offer began or ended.',
  ],
  fee_rate_do: [
    '和签约费率核对（pay.weixin.qq.com › 产品中心 › 我的产品）。没错就关闭，之后按新费率核对。',
    'Compare it with your contract, under “my products” at pay.weixin.qq.com. If it is right, close this: later days go by the new rate.',
  ],
  fund_missing: ['有交易，钱没有进出账户', 'Traded, but the account did not move'],
  fund_missing_means: [
    '交易账单里有，资金账单里没有：钱可能还没结算到账户。',
    'It is on the trade bill and not on the fund flow bill: the money may not have been settled yet.',
  ],
  fund_missing_do: [
    '看“发货与资金”里这一单有没有上报；结算后会自动关闭。',
    'See under “Shipping and money” whether the hand-over was reported; this closes itself once it is settled.',
  ],
  fund_amount: ['账户进出的金额不一样', 'The account moved by another amount'],
  fund_amount_means: [
    '资金账单的金额和交易账单不同：可能有代金券、分账，或账单有误。',
    'Fund flow bill and trade bill differ: coupons, profit sharing, or a wrong bill.',
  ],
  fund_amount_do: [
    '重新获取账单；仍不同，请按微信单号联系微信支付客服。',
    'Fetch the bill again; if it still differs, ask WeChat Pay’s support about WeChat’s number.',
  ],
  fund_unknown: ['账户有进出，找不到交易', 'The account moved without a trade'],
  fund_unknown_means: ['资金账单里的这笔收付，在所有交易账单里都没有。', 'No trade bill tells of this movement of the account.'],
  fund_unknown_do: [
    '如果前一天的账单还没取到，取到后会自动关闭；否则按微信单号查它的来历。',
    'If the bill of the day before is still missing, this closes itself with it; else look up WeChat’s number.',
  ],
  fund_fee: ['手续费合计不一样', 'The fees do not add up'],
  fund_fee_means: ['交易账单的手续费合计，和账户实际扣的不同。', 'The fees on the trade bill are not what left the account.'],
  fund_fee_do: [
    '多半是隔天扣的或有补贴。把前后两天放在一起看，金额相抵就关闭。',
    'Most likely some were taken on another day, or there is a subsidy. Look at two days together, and close it when they even out.',
  ],
  balance: ['余额接不上', 'The balance jumps'],
  balance_means: [
    '账户余额和上一笔加减之后不一样：账单少了行，或前一天的账单不完整。',
    'The balance is not the one before plus the movement: rows are missing, or the bill of the day before was not complete.',
  ],
  balance_do: [
    '先重新获取这一天和前一天。仍接不上，请联系微信支付客服。',
    'Fetch this day and the day before again. If it still jumps, ask WeChat Pay’s support.',
  ],
  bill_sum: ['账单自己加不起来', 'The bill does not add up'],
  bill_sum_means: [
    '账单最后一行的合计和各行不符：文件可能没下载完整。',
    'The last line of the bill is not the sum of its rows: the file may not have come whole.',
  ],
  bill_sum_do: ['重新获取这一天的账单。', 'Fetch the bill of this day again.'],
});

export const kindWord = (kind: MoneyTaskKind): string => k(kind);
export const kindMeans = (kind: MoneyTaskKind): string => k(`${kind}_means`);
export const kindTodo = (kind: MoneyTaskKind): string => k(`${kind}_do`);

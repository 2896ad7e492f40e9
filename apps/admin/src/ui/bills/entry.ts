import type { BillRowView } from '@pailou/contracts';
import { t } from './texts';

/** What WeChat calls an entry of the fund flow bill (资金账单, column 业务名称), as far as it is known. */
const businesses = ['交易', '退款', '扣除交易手续费', '退还交易手续费', '提现', '充值'] as const;

/** What a row of a bill is about, in words; a business that is not known keeps WeChat's. */
export function entryWord({ kind, business }: Pick<BillRowView, 'kind' | 'business'>): string {
  const known = businesses.find((one) => one === business);
  return known ? t(known) : (business ?? t(kind));
}

/** Fen that a row moved: less than 0 when they went back. The trade bill writes refunds without a sign. */
export const movedFen = ({ bill, kind, amountFen }: Pick<BillRowView, 'bill' | 'kind' | 'amountFen'>): number =>
  bill === 'trade' && kind === 'refund' ? -amountFen : amountFen;

import { isObject } from '../../http.js';
import { lengthOf, textOf } from '../api.js';
import { WeixinError } from '../errors.js';
import { deliveryCompanies } from './companies.js';
import type { Parcel } from './types.js';

type Fields = Record<string, unknown>;

/** What the shop says about one order. */
export interface Report {
  logisticsType: number;
  deliveryMode: number;
  /** Whether this is all of it; always true when unified. */
  complete: boolean;
  parcels: Parcel[];
}

const parcelsMost = 15;
/** The last four digits stay readable (`189****1234`). */
const masked = /^[+\d\-() ]*\*+\d{4}$/;
const rfc3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,6})?(Z|[+-]\d{2}:\d{2})$/;

/** `upload_time` in milliseconds, or 268485216. */
export function readUploadTime(body: Fields): number {
  const value = textOf(body, 'upload_time');
  const ms = rfc3339.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(ms)) throw new WeixinError(268485216);
  return ms;
}

/** `payer.openid`. */
export function readPayer(body: Fields): string {
  if (!isObject(body.payer)) throw new WeixinError(47001);
  return textOf(body.payer, 'openid');
}

function readContact(value: unknown, needed: boolean): Pick<Parcel, 'consignorContact' | 'receiverContact'> {
  if (value !== undefined && !isObject(value)) throw new WeixinError(47001);
  const contact = { consignorContact: textOf(value ?? {}, 'consignor_contact'), receiverContact: textOf(value ?? {}, 'receiver_contact') };
  const given = Object.values(contact).filter((text) => text !== '');
  if (given.some((text) => !masked.test(text))) throw new WeixinError(10060020, '联系方式应掩码，且露出最后四位');
  if (needed && given.length === 0) throw new WeixinError(10060020, '顺丰需填寄件人或收件人联系方式');
  return contact;
}

function readParcel(item: unknown, express: boolean, uploadTime: number): Parcel {
  if (!isObject(item)) throw new WeixinError(47001);
  const trackingNo = textOf(item, 'tracking_no');
  const expressCompany = textOf(item, 'express_company');
  const itemDesc = textOf(item, 'item_desc');
  if (itemDesc.trim() === '') throw new WeixinError(10060008);
  if (lengthOf(itemDesc) > 120) throw new WeixinError(10060009);
  if (trackingNo.length > 128) throw new WeixinError(10060025);
  if (expressCompany.length > 128) throw new WeixinError(10060026);
  if (express && (trackingNo === '' || expressCompany === '')) throw new WeixinError(10060020, '快递需填单号与公司');
  if (express && !deliveryCompanies.some(({ delivery_id: id }) => id === expressCompany))
    throw new WeixinError(10060020, '没有这家快递公司');
  return { trackingNo, expressCompany, itemDesc, ...readContact(item.contact, express && expressCompany === 'SF'), uploadTime };
}

/** Reads and checks a report (§9.3). */
export function readReport(body: Fields, uploadTime: number): Report {
  const { logistics_type: logisticsType, delivery_mode: deliveryMode, is_all_delivered: all, shipping_list: list } = body;
  if (typeof logisticsType !== 'number' || typeof deliveryMode !== 'number') throw new WeixinError(47001);
  if (![1, 2, 3, 4].includes(logisticsType)) throw new WeixinError(10060005);
  if (deliveryMode !== 1 && deliveryMode !== 2) throw new WeixinError(10060014);
  if (!Array.isArray(list)) throw new WeixinError(47001);
  if (list.length === 0) throw new WeixinError(10060014);
  const split = deliveryMode === 2;
  if (split && logisticsType !== 1) throw new WeixinError(10060006);
  if (split && typeof all !== 'boolean') throw new WeixinError(10060007);
  if (!split && list.length !== 1) throw new WeixinError(268485228);
  if (list.length > parcelsMost) throw new WeixinError(10060024);
  const parcels = list.map((item) => readParcel(item, logisticsType === 1, uploadTime));
  return { logisticsType, deliveryMode, complete: split ? all === true : true, parcels };
}

const key = ({ trackingNo, expressCompany }: Parcel): string => `${expressCompany} ${trackingNo}`;

/** Parcels of before with those of now; the same number again is a correction of it. */
export function mergeParcels(before: Parcel[], now: Parcel[]): Parcel[] {
  const merged = new Map([...before, ...now].map((parcel) => [key(parcel), parcel]));
  if (merged.size > parcelsMost) throw new WeixinError(10060024);
  return [...merged.values()];
}

/** What of parcels is data: everything but when it came. */
export const printOf = (parcels: Parcel[]): string =>
  JSON.stringify(
    parcels.map(({ uploadTime: _time, ...data }) => data).toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
  );

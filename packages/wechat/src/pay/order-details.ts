import { cutText, isAtMost, isWithin } from '../limits.js';

/** The parts of an order that only some shops use. Source: JSAPI/小程序下单. */
export interface OrderDetails {
  /** For coupons that are bound to some orders (订单优惠标记); at most 32 characters. */
  goodsTag?: string;
  /** Shows the entry to an electronic fapiao (电子发票入口). */
  fapiao?: boolean;
  /** What is bought, for coupons of single goods; prices in fen. Numbers have at most 32 characters; names are cut at 256. */
  goods?: readonly { id: string; wechatId?: string; name?: string; quantity: number; unitPriceFen: number }[];
  /** Before discounts, fen: for coupons of single goods (订单原价). */
  costPriceFen?: number;
  /** The receipt's number (商家小票 ID), at most 32 characters. */
  invoiceId?: string;
  /** Of the customer. */
  clientIp?: string;
  /** Of the till; told only together with `clientIp`, as is the store. */
  deviceId?: string;
  /** Its number and area code have at most 32 characters; name and address are cut at 256 and 512. */
  store?: { id: string; name?: string; areaCode?: string; address?: string };
  profitSharing?: boolean;
  limitPay?: readonly ('no_balance' | 'no_credit' | 'no_debit' | 'balance_only')[];
}

/** Which of the documentation's limits are kept; see `unfit`. */
export function orderRules({ goodsTag, goods = [], costPriceFen = 0, invoiceId, clientIp, deviceId, store }: OrderDetails) {
  return {
    'goods_tag has at most 32 characters': isAtMost(goodsTag, 32),
    'goods have numbers of 1 to 32 characters': goods.every(({ id, wechatId }) => isWithin(id, 1, 32) && isAtMost(wechatId, 32)),
    'goods have whole quantities and prices in fen': goods.every(
      ({ quantity, unitPriceFen }) =>
        Number.isSafeInteger(quantity) && quantity > 0 && Number.isSafeInteger(unitPriceFen) && unitPriceFen >= 0,
    ),
    'cost_price is in fen': Number.isSafeInteger(costPriceFen) && costPriceFen >= 0,
    'invoice_id has at most 32 characters': isAtMost(invoiceId, 32),
    'payer_client_ip has at most 45 characters': isAtMost(clientIp, 45),
    'device_id has at most 32 characters': isAtMost(deviceId, 32),
    'the store has a number of 1 to 32 characters': !store || (isWithin(store.id, 1, 32) && isAtMost(store.areaCode, 32)),
  };
}

/** The same as WeChat's fields. */
export function detailsOf(details: OrderDetails): object {
  const { goodsTag, fapiao, goods, costPriceFen, invoiceId, clientIp, deviceId, store, profitSharing, limitPay } = details;
  const lines = goods?.map(({ id, wechatId, name, quantity, unitPriceFen }) => ({
    merchant_goods_id: id,
    ...(wechatId ? { wechatpay_goods_id: wechatId } : {}),
    ...(name ? { goods_name: cutText(name, 256) } : {}),
    quantity,
    unit_price: unitPriceFen,
  }));
  const detail = {
    ...(costPriceFen === undefined ? {} : { cost_price: costPriceFen }),
    ...(invoiceId ? { invoice_id: invoiceId } : {}),
    ...(lines ? { goods_detail: lines } : {}),
  };
  const place = store && {
    id: store.id,
    ...(store.name ? { name: cutText(store.name, 256) } : {}),
    ...(store.areaCode ? { area_code: store.areaCode } : {}),
    ...(store.address ? { address: cutText(store.address, 512) } : {}),
  };
  const scene = { ...(deviceId ? { device_id: deviceId } : {}), ...(place ? { store_info: place } : {}) };
  return {
    ...(goodsTag ? { goods_tag: goodsTag } : {}),
    ...(fapiao === undefined ? {} : { support_fapiao: fapiao }),
    ...(Object.keys(detail).length > 0 ? { detail } : {}),
    // `payer_client_ip` must be there whenever the scene is told.
    ...(clientIp ? { scene_info: { payer_client_ip: clientIp, ...scene } } : {}),
    ...(profitSharing === undefined ? {} : { settle_info: { profit_sharing: profitSharing } }),
    ...(limitPay ? { limit_pay: limitPay } : {}),
  };
}

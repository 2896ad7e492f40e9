import { defineProblems } from '../../platform/http/problem.js';

/** Every refusal of this module. */
export const ordersProblems = defineProblems('orders', {
  not_found: { status: 404, zh: '没有找到订单', en: 'There is no such order' },
  line_not_found: { status: 404, zh: '订单里没有这一项', en: 'The order has no such line' },
  store_closed: { status: 409, zh: '门店休息中，暂时不能下单', en: 'The store is closed; orders cannot be made now' },
  quote_stale: { status: 409, zh: '价格有变化，请确认后再下单', en: 'The price has changed; look at it again before ordering' },
  unavailable: { status: 409, zh: '有些商品卖完或下架了', en: 'Some of it is sold out or no longer sold' },
  not_possible: { status: 409, zh: '订单现在的状态不能这样做', en: 'The order is not in a state for that' },
  too_late: {
    status: 409,
    zh: '已过了可以撤销的时间，请打开订单处理',
    en: 'It is too late to take that back; open the order instead',
  },
  not_payable: {
    status: 409,
    zh: '订单已支付、已取消或已过期，不能支付',
    en: 'The order is paid, cancelled or expired and cannot be paid',
  },
  not_refundable: { status: 409, zh: '没有可退的款项', en: 'There is no money left to give back' },
  fulfilment_not_offered: { status: 422, zh: '门店不支持这种取餐方式', en: 'The store does not offer this way of getting it' },
  address_required: { status: 422, zh: '请选择收货地址', en: 'Choose an address to deliver to' },
  table_required: { status: 422, zh: '请扫描桌上的码', en: 'Scan the code on your table' },
  modifiers: { status: 422, zh: '请按要求选择加料或口味', en: 'The choice of extras is not complete, or too much' },
  too_many: { status: 422, zh: '退的数量超过剩余数量', en: 'More than what is left of it' },
  too_much: { status: 422, zh: '订单金额太大', en: 'The order comes to too much' },
});

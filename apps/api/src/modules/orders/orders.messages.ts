import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Tx } from '../../platform/database/database.js';
import { OnEvent, type StoredEvent } from '../../platform/outbox/listeners.js';
import { MessageKinds, Messages, type MessageKind } from '../messaging/index.js';

const number = {
  label: { zh: '单号', en: 'Order number' },
  types: ['character_string', 'thing'],
  labels: ['订单编号', '订单号', '单号', '订单号码'],
} as const;
const goods = {
  label: { zh: '商品', en: 'Goods' },
  types: ['thing'],
  labels: ['商品名称', '商品', '商品信息', '商品详情', '订单内容'],
} as const;
const store = {
  label: { zh: '门店', en: 'Store' },
  types: ['thing'],
  labels: ['门店名称', '门店', '商家名称', '取餐门店', '店铺名称'],
} as const;
const amount = { label: { zh: '金额', en: 'Amount' }, types: ['amount'], labels: ['支付金额', '订单金额', '金额', '退款金额'] } as const;
const pickupNumber = {
  label: { zh: '取餐号', en: 'Pickup number' },
  types: ['character_string', 'thing'],
  labels: ['取餐码', '取餐号', '取货码', '取件码'],
} as const;
const time = {
  label: { zh: '时间', en: 'Time' },
  types: ['time', 'date'],
  labels: ['支付时间', '下单时间', '完成时间', '退款时间', '时间'],
} as const;
const hint = {
  label: { zh: '温馨提示', en: 'Hint' },
  types: ['thing'],
  labels: ['温馨提示', '备注', '提示', '退款原因', '订单状态'],
} as const;
const values = { number, goods, store, amount, pickupNumber, time, hint };

const kinds: readonly MessageKind[] = [
  {
    kind: 'order_paid',
    title: { zh: '下单成功', en: 'Order paid' },
    titles: ['订单支付成功', '支付成功', '下单成功'],
    values,
    urgent: true,
    askedAt: 'order',
  },
  {
    kind: 'order_ready',
    title: { zh: '请取餐', en: 'Ready' },
    titles: ['取餐提醒', '取餐通知', '取货通知', '订单完成'],
    values,
    urgent: true,
    askedAt: 'order',
  },
  {
    kind: 'order_delivered',
    title: { zh: '已送达', en: 'Delivered' },
    titles: ['订单送达', '送达通知', '配送完成', '签收'],
    values,
    urgent: true,
    askedAt: 'order',
  },
  {
    kind: 'order_refunded',
    title: { zh: '退款到账', en: 'Refunded' },
    titles: ['退款成功', '退款通知', '退款到账'],
    values,
    urgent: false,
    askedAt: 'order',
  },
];

/** As long as a step at the board is offered to be taken back. */
const holdMs = 10_000;

interface Told {
  customerId: string;
  number: string;
  pickupNumber: string;
  fulfilment: 'pickup' | 'delivery' | 'dine_in';
  store: string;
  goods: string;
  totalFen: number;
  timeZone: string;
  language: 'zh' | 'en';
}

/** Tells customers of their orders: paid, ready, delivered, refunded. */
@Injectable()
export class OrderMessages implements OnModuleInit {
  constructor(
    private readonly kinds: MessageKinds,
    private readonly messages: Messages,
  ) {}

  onModuleInit(): void {
    for (const kind of kinds) this.kinds.define(kind);
  }

  @OnEvent('order.paid', 'orders.message-paid')
  paid(event: StoredEvent, tx: Tx): Promise<void> {
    return this.tell(tx, event, 'order_paid', ({ fulfilment, language }) => hints.paid[fulfilment][language]);
  }

  @OnEvent('order.ready', 'orders.message-ready')
  ready(event: StoredEvent, tx: Tx): Promise<void> {
    return this.tell(tx, event, 'order_ready', ({ fulfilment, language }) => hints.ready[fulfilment][language], { holdMs });
  }

  /** What was carried to the customer has arrived; who fetched it themselves needs no message. */
  @OnEvent('order.completed', 'orders.message-delivered')
  delivered(event: StoredEvent, tx: Tx): Promise<void> {
    return this.tell(
      tx,
      event,
      'order_delivered',
      ({ fulfilment, language }) => (fulfilment === 'delivery' ? hints.delivered[language] : null),
      { holdMs },
    );
  }

  /** Nobody is called for what was marked by a slip of the finger. */
  @OnEvent('order.taken_back', 'orders.message-taken-back')
  async takenBack(event: StoredEvent, tx: Tx): Promise<void> {
    const { orderId, status } = event.payload as { orderId: string; status: string };
    if (status === 'accepted') await this.messages.withdraw(tx, 'order_ready', orderId);
    if (status === 'ready') await this.messages.withdraw(tx, 'order_delivered', orderId);
  }

  @OnEvent('order.refunded', 'orders.message-refunded')
  refunded(event: StoredEvent, tx: Tx): Promise<void> {
    const { refundId, amountFen } = event.payload as { refundId: string; amountFen: number };
    return this.tell(tx, event, 'order_refunded', ({ language }) => hints.refunded[language], { subject: refundId, amountFen });
  }

  private async tell(
    tx: Tx,
    event: StoredEvent,
    kind: string,
    hintFor: (told: Told) => string | null,
    about: { subject?: string; amountFen?: number; holdMs?: number } = {},
  ): Promise<void> {
    const { orderId } = event.payload as { orderId: string };
    const [told]: Told[] = await tx.query(toldSql, [orderId]);
    const hintText = told && hintFor(told);
    if (!told || !hintText) return;
    const [row]: { at: Date }[] = await tx.query('select at from events where id = $1', [event.id]);
    await this.messages.send(tx, {
      kind,
      subject: about.subject ?? orderId,
      customerId: told.customerId,
      page: `packages/orders/detail?id=${orderId}`,
      ...(about.holdMs ? { holdMs: about.holdMs } : {}),
      values: {
        number: told.number,
        goods: told.goods,
        store: told.store,
        amount: `¥${((about.amountFen ?? told.totalFen) / 100).toFixed(2)}`,
        pickupNumber: told.pickupNumber,
        time: chinese(row?.at ?? new Date(), told.timeZone),
        hint: hintText,
      },
    });
  }
}

const hints = {
  paid: {
    pickup: { zh: '正在为您制作，做好会通知您', en: 'We tell you when ready' },
    delivery: { zh: '正在为您制作，随后送出', en: 'Being made, then sent' },
    dine_in: { zh: '正在为您制作，请稍候', en: 'Being made for you' },
  },
  ready: {
    pickup: { zh: '凭取餐号到柜台取餐', en: 'Come to the counter' },
    delivery: { zh: '已做好，正在送出', en: 'Ready, on its way' },
    dine_in: { zh: '马上为您上桌', en: 'Coming to your table' },
  },
  delivered: { zh: '已送达，请享用', en: 'Delivered. Enjoy!' },
  refunded: { zh: '款项已原路退回', en: 'Your money is back' },
};

const toldSql = `
  select o.customer_id as "customerId", o.number, o.pickup_number as "pickupNumber", o.fulfilment, o.time_zone as "timeZone", o.total_fen::float8 as "totalFen",
         case c.locale when 'en' then 'en' else 'zh' end as language,
         coalesce(nullif(o.store_name ->> c.locale, ''), o.store_name ->> 'zh') as store,
         (select string_agg(coalesce(nullif(l.name ->> c.locale, ''), l.name ->> 'zh') || ' ×' || l.quantity, '、' order by l.position) from orders_lines l where l.order_id = o.id) as goods
    from orders o join customers c on c.id = o.customer_id where o.id = $1`;

/** `2026年11月21日 15:01`, as templates want it, in the store's own zone. */
function chinese(at: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}年${part('month')}月${part('day')}日 ${part('hour')}:${part('minute')}`;
}

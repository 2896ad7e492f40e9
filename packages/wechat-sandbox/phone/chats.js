import { yuan } from './dom.js';
import { say } from './words.js';
import { customerOf, world } from './world.js';

/** WeChat's own chats; every other chat is a friend's, by customer id. */
export const own = ['service', 'pay', 'shop'];

const receipts = (openid) => {
  const mine = world.orders.filter((order) => order.openid === openid);
  const paid = mine
    .filter((order) => order.paidAt !== null)
    .map((order) => ({
      id: `paid-${order.outTradeNo}`,
      at: order.paidAt,
      mine: false,
      kind: 'notice-card',
      title: say('paid'),
      sum: yuan(order.total),
      lines: [
        [say('payee'), world.shop.name],
        [say('item'), order.description],
        [say('orderNo'), order.outTradeNo],
      ],
    }));
  const refunded = world.refunds
    .filter((refund) => refund.status === 'SUCCESS' && mine.some((order) => order.outTradeNo === refund.outTradeNo))
    .map((refund) => ({
      id: `refunded-${refund.outRefundNo}`,
      at: refund.settledAt,
      mine: false,
      kind: 'notice-card',
      title: say('refunded'),
      sum: yuan(refund.refund),
      lines: [
        [say('payee'), world.shop.name],
        [say('reason'), refund.reason ?? ''],
        [say('orderNo'), refund.outTradeNo],
      ].filter(([, text]) => text),
    }));
  return [...paid, ...refunded].sort((a, b) => a.at - b.at);
};

const told = (openid) =>
  world.serviceMessages
    .filter((one) => one.openid === openid)
    .map((one) => ({
      id: one.msgId,
      at: one.at,
      mine: false,
      kind: 'notice-card',
      title: one.title,
      lines: one.lines.map(({ label, value }) => [label, value]),
      open: one.page ? `/sandbox/service-messages/${one.msgId}/open` : '',
    }));

/** An entry of customer service as an item; what only marks a visit is no item. */
function serviceItem({ id, at, from, type, content, ai }) {
  const item = { id, at, mine: from === 'customer', ai };
  if (type === 'text') return { ...item, kind: 'text', text: content.content };
  if (type === 'image') return { ...item, kind: 'picture', url: `/sandbox/media/${content.mediaId}` };
  if (type === 'link') return { ...item, kind: 'link', title: content.title, text: content.description, url: content.url };
  if (type === 'notice') return { ...item, kind: 'line', text: content.content };
  const picture = content.thumbMediaId ? `/sandbox/media/${content.thumbMediaId}` : '';
  return { ...item, kind: 'card', title: content.title, picture, open: `/sandbox/chat/${id}/open` };
}

const friendItem = (me) => (message) => ({
  id: message.id,
  at: message.at,
  mine: message.from === me,
  ...(message.type === 'text'
    ? { kind: 'text', text: message.content.content }
    : { kind: 'card', title: message.content.title, picture: message.content.imageUrl, open: `/sandbox/friends/${message.id}/open` }),
});

/** What stands in a customer's chat, oldest first. */
export function itemsOf(customer, chat) {
  const { id, openid } = customer;
  if (chat === 'pay') return receipts(openid);
  if (chat === 'service') return told(openid);
  if (chat === 'shop') return world.chat.filter((entry) => entry.openid === openid && entry.type !== 'enter').map(serviceItem);
  return world.friendMessages.filter(({ from, to }) => (from === id && to === chat) || (from === chat && to === id)).map(friendItem(id));
}

/** A chat's name as the phone shows it. */
export function nameOf(chat) {
  if (chat === 'service') return say('serviceChat');
  if (chat === 'pay') return say('payChat');
  if (chat === 'shop') return `${world.shop.name} ${say('shopChat')}`;
  return customerOf(chat)?.nickname ?? '';
}

const previews = {
  text: (item) => item.text,
  line: (item) => item.text,
  picture: () => say('previewPicture'),
  card: (item) => `${say('previewCard')} ${item.title}`,
  link: (item) => `${say('previewLink')} ${item.title}`,
  'notice-card': (item) => (item.sum ? `${item.title} ${item.sum}` : item.title),
};
export const previewOf = (item) => previews[item.kind](item);

/** Every chat of a customer, the newest first; friends stand there before the first word. */
export function chatsOf(customer) {
  const friends = world.customers.map(({ id }) => id).filter((id) => id !== customer.id);
  const read = world.readUntil[customer.id] ?? {};
  return [...own, ...friends]
    .map((chat) => {
      const items = itemsOf(customer, chat);
      const last = items.at(-1);
      return {
        chat,
        last,
        unread: items.filter((item) => !item.mine && item.at > (read[chat] ?? 0)).length,
      };
    })
    .sort((a, b) => (b.last?.at ?? 0) - (a.last?.at ?? 0));
}

/** Whether the shop shows that it is writing to this customer. */
export const isTyping = (customer, at) => (world.typingUntil[customer.openid] ?? 0) > at;

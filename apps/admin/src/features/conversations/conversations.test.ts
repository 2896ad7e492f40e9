import type { ChatMessageView, ReplyAllowance } from '@pailou/contracts';
import { afterEach, describe, expect, it } from 'vitest';
import { locale } from '../../lib/i18n';
import { isUrgent, leftWords, replyState } from './allowance';
import { orderCard, pages, productCard } from './cards';
import { Attempts } from './drafts';
import { bytesOf, failureOf, handoverWords, mostBytes, orderIn, previewOf, visitWords } from './said';
import { bodyOf, draftOf, hoursHold } from './settings-draft';
import { partsOf } from './thread';
import { shouldShow } from './typing';
import { whenOf } from './when';

afterEach(() => (locale.value = 'zh'));
const now = Date.parse('2026-11-25T10:00:00');
const iso = (ms: number) => new Date(now + ms).toISOString();
const hour = 3_600_000;
const allowance = (over: Partial<ReplyAllowance> = {}): ReplyAllowance => ({ left: 5, until: iso(48 * hour), by: 'message', ...over });
let made = 0;
const message = (over: Partial<ChatMessageView> = {}): ChatMessageView => ({
  id: `m${(made += 1)}`,
  from: 'customer',
  kind: 'text',
  operatorName: null,
  text: '在吗',
  picture: null,
  card: null,
  assignedName: null,
  status: 'received',
  code: null,
  reason: null,
  at: iso(0),
  sentAt: null,
  ...over,
});

describe('WeChat’s rule', () => {
  it('counts down to the very second and then closes, whatever was left', () => {
    expect(replyState(allowance(), now)).toEqual({ may: true, left: 5, msLeft: 48 * hour, by: 'message' });
    expect(replyState(allowance({ until: iso(1) }), now).may).toBe(true);
    expect(replyState(allowance({ until: iso(0) }), now)).toEqual({ may: false, why: 'closed' });
    expect(replyState(allowance({ until: null, left: 0, by: null }), now)).toEqual({ may: false, why: 'closed' });
    expect(replyState(allowance({ left: 0 }), now)).toEqual({ may: false, why: 'used' });
  });
  it('is urgent for the last message and the last two hours', () => {
    const urgent = (over: Partial<ReplyAllowance>) => isUrgent(replyState(allowance(over), now));
    expect([urgent({}), urgent({ left: 1 }), urgent({ until: iso(2 * hour - 1) }), urgent({ left: 0 })]).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
  it('is said in the largest two units', () => {
    expect([leftWords(48 * hour - 1), leftWords(12 * 60_000 + 5000), leftWords(900), leftWords(-1)]).toEqual([
      '48 小时 0 分',
      '12 分 5 秒',
      '1 秒',
      '0 秒',
    ]);
  });
});

describe('a thread', () => {
  it('groups what one said in a row, and parts by day, by speaker, by time and by what is no message', () => {
    const shape = partsOf([
      message({ at: iso(-26 * hour) }),
      message({ at: iso(-60_000) }),
      message({ at: iso(-30_000) }),
      message({ from: 'operator', operatorName: '王', at: iso(-20_000), status: 'sent' }),
      message({ from: 'operator', operatorName: '李', at: iso(-10_000), status: 'sent' }),
      message({ from: 'operator', kind: 'handover', operatorName: '李', at: iso(-9000), status: 'sent' }),
      message({ at: iso(0) }),
      message({ at: iso(6 * 60_000) }),
    ]).map((part) => (part.type === 'group' ? `${part.mine ? 'mine' : 'theirs'} ${part.messages.length}` : part.type));
    expect(shape).toEqual(['day', 'theirs 1', 'day', 'theirs 2', 'mine 1', 'mine 1', 'line', 'theirs 1', 'theirs 1']);
  });
  it('shows when in the shortest way', () => {
    expect([whenOf(iso(-hour), now), whenOf(iso(-24 * hour), now), whenOf(iso(-72 * hour), now)]).toEqual(['09:00', '昨天', '11月22日']);
  });
});

describe('words', () => {
  it('tell what was said last, and by which side', () => {
    expect(previewOf({ from: 'customer', kind: 'text', text: '在吗', status: 'received' })).toBe('在吗');
    expect(previewOf({ from: 'operator', kind: 'card', text: '菜单', status: 'sent' })).toBe('客服：[小程序] 菜单');
    expect(previewOf({ from: 'customer', kind: 'image', text: null, status: 'received' })).toBe('[图片]');
  });
  it('find the order that a visit or a card is about, and nothing else', () => {
    const id = '0190f3b0-1111-7222-8333-444455556666';
    expect([orderIn(`order:${id}`), orderIn(`packages/orders/detail?id=${id}`), orderIn(`packages/orders/detail?a=1&id=${id}`)]).toEqual([
      id,
      id,
      id,
    ]);
    expect([orderIn('me'), orderIn(null), orderIn(`pages/menu/index?id=${id}`), orderIn('order:1')]).toEqual([null, null, null, null]);
    expect([visitWords(`order:${id}`), visitWords('me'), visitWords(null), visitWords('poster')]).toEqual([
      '顾客从订单页打开了客服',
      '顾客从「我的」打开了客服',
      '顾客打开了客服',
      '顾客打开了客服 · poster',
    ]);
  });
  it('say who has it now', () => {
    expect(handoverWords({ operatorName: '王', assignedName: '李' })).toBe('王 把会话交给了 李');
    expect(handoverWords({ operatorName: '王', assignedName: '王' })).toBe('王 接手了会话');
    expect(handoverWords({ operatorName: '王', assignedName: null })).toBe('王 把会话交还给大家');
  });
  it('say why it failed, with WeChat’s own words where they are not ours, and nothing of what did not', () => {
    expect(failureOf(message({ status: 'failed', code: '45015' }))).toContain('时间');
    expect(failureOf(message({ status: 'failed', code: '40165', reason: 'invalid page' }))).toBe('微信返回 40165：invalid page');
    expect(failureOf(message({ status: 'unknown' }))).toContain('没有重发');
    expect(failureOf(message({ status: 'sent' }))).toBe('');
  });
  it('are measured as WeChat measures them', () => {
    expect([bytesOf('茶'.repeat(682)) <= mostBytes, bytesOf('茶'.repeat(683)) <= mostBytes]).toEqual([true, false]);
  });
});

describe('cards', () => {
  // As the contract asks (SendChatCard); the panel knows contracts as types alone.
  const page = /^[\w-]+(\/[\w-]+)+(\?[^#\s]*)?$/;
  it('open pages that the API takes, with covers of our own alone', () => {
    const id = '0190f3b0-1111-7222-8333-444455556666';
    const name = { zh: '桂花乌龙'.repeat(20), en: '' };
    const product = productCard({ id, name, pictures: [{ url: '/media/products/0190f3b0.webp', alt: '' }] });
    expect(product).toMatchObject({ pagePath: `pages/menu/index?product=${id}`, coverUrl: '/media/products/0190f3b0.webp' });
    expect(product.title).toHaveLength(60);
    expect(productCard({ id, name, pictures: [{ url: 'https://cdn.shopify.com/a.jpg', alt: '' }] }).coverUrl).toBeNull();
    const order = orderCard({ id, number: '7', lines: [{ pictureUrl: null }, { pictureUrl: '/media/products/a.webp' }] });
    expect(order).toEqual({ title: '订单 7', pagePath: `packages/orders/detail?id=${id}`, coverUrl: '/media/products/a.webp' });
    for (const path of [...pages.map((one) => one.path), product.pagePath, order.pagePath]) expect(path).toMatch(page);
  });
});

describe('sending', () => {
  it('keeps the key for the same content until it went out', () => {
    const attempts = new Attempts();
    const first = attempts.keyFor('好');
    expect(attempts.keyFor('好')).toBe(first);
    expect(attempts.keyFor('好的')).not.toBe(first);
    const second = attempts.keyFor('好的');
    attempts.done();
    expect(attempts.keyFor('好的')).not.toBe(second);
  });
  it('shows that one writes only when WeChat takes it and does not show it yet', () => {
    expect(shouldShow(iso(-10_000), 0, now)).toBe(true);
    expect(shouldShow(iso(-31_000), 0, now)).toBe(false);
    expect(shouldShow(null, 0, now)).toBe(false);
    expect(shouldShow(iso(-10_000), now - 5000, now)).toBe(false);
  });
});

describe('settings', () => {
  const settings = { greeting: { zh: '您好', en: '' }, outOfHours: { zh: '休息', en: '' }, hours: null, timeZone: 'Asia/Shanghai' };
  it('go through the form unchanged, with or without hours', () => {
    expect(bodyOf(draftOf(settings))).toEqual(settings);
    const hours = Array.from({ length: 7 }, () => [{ from: '09:00', to: '12:00' }]);
    expect(bodyOf(draftOf({ ...settings, hours }))).toEqual({ ...settings, hours });
  });
  it('ask for hours that hold only where hours count', () => {
    const draft = { ...draftOf(settings), week: [[{ from: '12:00', to: '09:00' }]] };
    expect([hoursHold(draft), hoursHold({ ...draft, always: false })]).toEqual([true, false]);
  });
});

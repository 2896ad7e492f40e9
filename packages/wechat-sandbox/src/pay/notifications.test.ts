import { createVerify } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { type FaultInput, officialNotifyDelays, type RunningSandbox, type SandboxOptions, startSandbox } from '../index.js';
import { call, orderBody } from '../testing/merchant.js';
import { eventually, openShop, type Heard, type Shop } from '../testing/shop.js';

let sandbox: RunningSandbox;
let shop: Shop;
afterEach(async () => {
  await sandbox.stop();
  shop.close();
});

/** A shop that answers with these statuses, and one paid order. */
async function buy(statuses: number[], options: SandboxOptions = {}, faults: FaultInput[] = []): Promise<void> {
  shop = await openShop(...statuses);
  sandbox = await startSandbox({ paymentDelayMs: 0, ...options });
  await sandbox.control.faults(faults);
  const { id, openid } = await sandbox.control.createCustomer();
  const { body } = await call(sandbox, 'POST', '/v3/pay/transactions/jsapi', orderBody(sandbox, 'ORDER001', openid, shop.url));
  await sandbox.control.pay(id, String(body.prepay_id));
}

const first = async () => (await sandbox.control.notifications())[0];
const statuses = async () => (await first())?.attempts.map((attempt) => attempt.status);

function genuine({ headers, body }: Heard): boolean {
  const message = `${String(headers['wechatpay-timestamp'])}\n${String(headers['wechatpay-nonce'])}\n${body}\n`;
  return createVerify('RSA-SHA256')
    .update(message)
    .verify(sandbox.credentials.platformPublicKey, String(headers['wechatpay-signature']), 'base64');
}

describe('a notification', () => {
  it('comes again, the same but newly signed, until it is taken', async () => {
    await buy([500, 302, 204], { notifyDelaysMs: [5, 5, 5] });
    await eventually(async () => (await first())?.status === 'delivered');
    expect(await statuses()).toEqual([500, 302, 204]);
    expect(new Set(shop.heard.map(({ body }) => body)).size).toBe(1);
    expect(new Set(shop.heard.map(({ headers }) => headers['wechatpay-nonce'])).size).toBe(3);
    expect(shop.heard.every(genuine)).toBe(true);
  });

  it('is given up at the end of the schedule', async () => {
    await buy([500], { notifyDelaysMs: [5, 5] });
    await eventually(async () => (await first())?.status === 'given up');
    expect(await statuses()).toEqual([500, 500, 500]);
  });

  it('waits as long as WeChat does, which an advanced clock shortens', async () => {
    expect([officialNotifyDelays.length, officialNotifyDelays[0], officialNotifyDelays.at(-1)]).toEqual([15, 15_000, 21_600_000]);
    await buy([500, 204]);
    await eventually(async () => (await statuses())?.length === 1);
    await sandbox.control.advance(14_000);
    expect(shop.heard).toHaveLength(1);
    await sandbox.control.advance(1_100);
    await shop.until(2);
  });
});

describe('a rule', () => {
  it('loses a notification for good', async () => {
    await buy([204], {}, [{ on: 'notification', action: 'drop', eventType: 'TRANSACTION.SUCCESS' }]);
    await sandbox.control.advance(86_400_000);
    expect(await first()).toMatchObject({ status: 'dropped', attempts: [] });
    expect(shop.heard).toEqual([]);
  });

  it('doubles it', async () => {
    await buy([204], {}, [{ on: 'notification', action: 'duplicate' }]);
    await shop.until(2);
    expect(shop.heard[0]?.body).toBe(shop.heard[1]?.body);
  });

  it('probes with a wrong signature first', async () => {
    await buy([401, 204], {}, [{ on: 'notification', action: 'probe' }]);
    await shop.until(2);
    expect(String(shop.heard[0]?.headers['wechatpay-signature'])).toMatch(/^WECHATPAY\/SIGNTEST\//);
    expect(shop.heard.map(genuine)).toEqual([false, true]);
  });

  it('delays it', async () => {
    await buy([204], {}, [{ on: 'notification', action: 'delay', delayMs: 60_000 }]);
    await sandbox.control.advance(59_000);
    expect(shop.heard).toEqual([]);
    await sandbox.control.advance(1_100);
    await shop.until(1);
  });

  it('does what was asked and cuts the line', async () => {
    await buy([204]);
    const { openid } = await sandbox.control.createCustomer();
    const order = orderBody(sandbox, 'ORDER002', openid, shop.url);
    await sandbox.control.faults({ on: 'answer', path: '/v3/pay', action: 'lose' });
    await expect(call(sandbox, 'POST', '/v3/pay/transactions/jsapi', order)).rejects.toThrow();
    expect(await sandbox.control.order('ORDER002')).toMatchObject({ state: 'NOTPAY' });
    const again = await call(sandbox, 'POST', '/v3/pay/transactions/jsapi', order);
    expect(again.body.prepay_id).toBe((await sandbox.control.order('ORDER002'))?.prepayId);
  });
});

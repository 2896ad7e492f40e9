import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import WXBizMsgCrypt from 'wechat-crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type RunningSandbox, startSandbox } from '../../index.js';
import { type Backend, type HeardPush, openBackend } from '../../testing/backend.js';
import { eventually } from '../../testing/shop.js';
import { ask } from '../../testing/weixin.js';
import { decryptPush, pushDigest } from './cipher.js';

let sandbox: RunningSandbox;
let backend: Backend;
beforeEach(async () => {
  backend = await openBackend();
  sandbox = await startSandbox({ weixin: { pushRetryDelayMs: 0, pushTimeoutMs: 300 } });
});
afterEach(async () => {
  await sandbox.stop();
  backend.close();
});

const sha1 = (...parts: string[]) => createHash('sha1').update(parts.sort().join('')).digest('hex');
const json = (push: HeardPush | undefined) => JSON.parse(push?.body ?? '') as Record<string, unknown>;
const oracle = () => new WXBizMsgCrypt(backend.settings().token, backend.settings().encodingAesKey, sandbox.credentials.appid);
const event = (name = 'debug_demo', fields: Record<string, unknown> = { debug_str: '你好' }) =>
  sandbox.control.pushEvent(undefined, name, fields);

/** Checks `msg_signature` and opens `Encrypt`, both with the code of another author. */
function opened(push: HeardPush | undefined, encrypted: string): string {
  const part = (name: string) => push?.query.get(name) ?? '';
  expect(part('encrypt_type')).toBe('aes');
  expect(part('msg_signature')).toBe(oracle().getSignature(part('timestamp'), part('nonce'), encrypted));
  const { message, id } = oracle().decrypt(encrypted);
  expect(id).toBe(sandbox.credentials.appid);
  return message;
}

/** A passive reply as a shop encrypts it. */
function replied(body: object, change: object = {}): string {
  const encrypted = oracle().encrypt(JSON.stringify(body));
  return JSON.stringify({
    Encrypt: encrypted,
    MsgSignature: oracle().getSignature('1713424427', '415670741', encrypted),
    TimeStamp: 1713424427,
    Nonce: '415670741',
    ...change,
  });
}

it('knows the published samples', () => {
  const encodingAesKey = 'A'.repeat(43);
  expect(pushDigest('AAAAA', '1714036504', '1514711492')).toBe('f464b24fc39322e44b38aa78f5edd27bd1441696');
  const encrypted = 'ELGduP2YcVatjqIS+eZbp80MNLoAUWvzzyJxgGzxZO/5sAvd070Bs6qrLARC9nVHm48Y4hyRbtzve1L32tmxSQ==';
  expect(pushDigest('AAAAA', '1713424427', '415670741', encrypted)).toBe('1b9339964ed2e271e7c7b6ff2b0ef902fc94dea1');
  expect(decryptPush(encrypted, encodingAesKey, 'wxba5fad812f8e6fb9')).toBe('{"demo_resp":"good luck"}');
  expect(decryptPush(encrypted, encodingAesKey, 'wx0000000000000000')).toBeNull();
});

describe('the address', () => {
  it('is kept when it gives echostr back under a good signature, and only then', async () => {
    const queries: URLSearchParams[] = [];
    backend.echo = (query) => {
      queries.push(query);
      return query.get('echostr');
    };
    expect((await ask(sandbox, '/sandbox/push', backend.settings())).status).toBe(200);
    const part = (name: string) => queries[0]?.get(name) ?? '';
    expect(part('signature')).toBe(sha1(backend.settings().token, part('timestamp'), part('nonce')));
    expect(part('shop')).toBe('1');
    for (const wrong of [() => `"${part('echostr')}"`, () => 403, () => null, (query: URLSearchParams) => `${query.get('echostr')}\n`]) {
      backend.echo = wrong;
      expect((await ask(sandbox, '/sandbox/push', backend.settings({ mode: 'safe' }))).status).toBe(400);
    }
    expect((await sandbox.control.settings()).push?.mode).toBe('plain');
    expect(await sandbox.control.verifyPush()).toMatch(/echostr/);
  });

  it.each([{ token: 'ab' }, { encodingAesKey: 'A'.repeat(42) }, { url: 'ftp://shop.example' }])('is not taken with %o', async (change) => {
    await expect(sandbox.control.setPush(backend.settings(change))).rejects.toThrow('push.');
  });

  it('may be absent: then nothing is sent, and one sees it', async () => {
    await event();
    expect(await sandbox.control.pushes()).toMatchObject([{ event: 'debug_demo', status: 'not configured', attempts: [] }]);
  });
});

describe('the three modes', () => {
  it('plain: the message itself, signed by its query', async () => {
    await sandbox.control.setPush(backend.settings());
    const { openid } = await sandbox.control.createCustomer();
    await event();
    await backend.until(1);
    const [push] = backend.heard;
    const part = (name: string) => push?.query.get(name) ?? '';
    expect(part('signature')).toBe(sha1(backend.settings().token, part('timestamp'), part('nonce')));
    expect(part('openid')).toBe(openid);
    expect(push?.query.has('msg_signature')).toBe(false);
    expect(push?.contentType).toBe('application/json');
    expect(json(push)).toEqual({
      ToUserName: expect.stringMatching(/^gh_[0-9a-f]{12}$/),
      FromUserName: openid,
      CreateTime: expect.any(Number),
      MsgType: 'event',
      Event: 'debug_demo',
      debug_str: '你好',
    });
  });

  it('safe: nothing readable but who it is for', async () => {
    await sandbox.control.setPush(backend.settings({ mode: 'safe' }));
    await event();
    await backend.until(1);
    const body = json(backend.heard[0]);
    expect(Object.keys(body)).toEqual(['ToUserName', 'Encrypt']);
    expect(JSON.parse(opened(backend.heard[0], String(body.Encrypt)))).toMatchObject({ Event: 'debug_demo', debug_str: '你好' });
  });

  it('compatible: both', async () => {
    await sandbox.control.setPush(backend.settings({ mode: 'compatible' }));
    await event();
    await backend.until(1);
    const { Encrypt: encrypted, ...plain } = json(backend.heard[0]);
    expect(plain).toMatchObject({ Event: 'debug_demo' });
    expect(JSON.parse(opened(backend.heard[0], String(encrypted)))).toEqual(plain);
  });

  it('in XML, with texts that hold the end of CDATA', async () => {
    await sandbox.control.setPush(backend.settings({ mode: 'safe', format: 'xml' }));
    await event('debug_demo', { debug_str: 'a]]>b' });
    await backend.until(1);
    expect(backend.heard[0]?.contentType).toBe('text/xml');
    const encrypted = /<Encrypt><!\[CDATA\[(.+?)\]\]><\/Encrypt>/.exec(backend.heard[0]?.body ?? '')?.[1] ?? '';
    const xml = opened(backend.heard[0], encrypted);
    expect(xml).toMatch(/^<xml><ToUserName><!\[CDATA\[gh_\w+\]\]><\/ToUserName>.*<CreateTime>\d{10}<\/CreateTime>/);
    expect(xml).toContain('<debug_str><![CDATA[a]]]]><![CDATA[>b]]></debug_str>');
  });
});

describe('a push', () => {
  const status = async () => (await sandbox.control.pushes())[0]?.status;

  it.each([
    ['another status', () => 500],
    ['other words', () => 'ok'],
    ['silence', () => null],
  ])('is tried three times at %s, and then given up', async (_what, answer) => {
    await sandbox.control.setPush(backend.settings());
    backend.answer = answer;
    await event();
    await eventually(async () => (await status()) === 'given up');
    expect(backend.heard).toHaveLength(3);
    expect(new Set(backend.heard.map((push) => push.query.get('nonce'))).size).toBe(3);
    expect(new Set(backend.heard.map((push) => push.body)).size).toBe(1);
  });

  it('is tried as often as the setting says, and until it is taken', async () => {
    await sandbox.control.changeSettings({ pushAttempts: 4 });
    await sandbox.control.setPush(backend.settings());
    backend.answer = (_push, index) => (index < 3 ? 503 : '');
    await event();
    await eventually(async () => (await status()) === 'delivered');
    expect((await sandbox.control.pushes())[0]?.attempts.map((attempt) => attempt.status)).toEqual([503, 503, 503, 200]);
  });

  it('takes an encrypted, signed reply in safe mode, and no other', async () => {
    await sandbox.control.setPush(backend.settings({ mode: 'safe' }));
    backend.answer = () => replied({ demo_resp: 'good luck' });
    await event();
    await eventually(async () => (await status()) === 'delivered');
    expect((await sandbox.control.pushes())[0]?.reply).toEqual({ demo_resp: 'good luck' });
    const wrong = [
      () => replied({ a: 1 }, { MsgSignature: '0'.repeat(40) }),
      () => JSON.stringify({ a: 1 }),
      () => replied({ a: 1 }, { Encrypt: 'AAAA' }),
    ];
    backend.answer = (_push, index) => wrong[index - 1]?.() ?? '{}';
    await event();
    await eventually(async () => (await sandbox.control.pushes())[1]?.status === 'given up');
    expect(backend.heard).toHaveLength(4);
  });

  it('is lost, comes twice, late, out of order or forged when a rule says so', async () => {
    await sandbox.control.setPush(backend.settings());
    const events = () => backend.heard.map((push) => json(push).Event);
    await sandbox.control.faults([
      { on: 'push', action: 'drop', event: 'lost' },
      { on: 'push', action: 'duplicate', event: 'twice' },
      { on: 'push', action: 'reorder', event: 'second' },
      { on: 'push', action: 'delay', event: 'late', delayMs: 60_000 },
      { on: 'push', action: 'forge', event: 'forged' },
    ]);
    for (const name of ['lost', 'twice']) await event(name);
    await backend.until(2);
    expect(events()).toEqual(['twice', 'twice']);
    for (const name of ['late', 'second', 'first']) await event(name);
    await backend.until(4);
    expect(events().slice(2)).toEqual(['first', 'second']);
    await sandbox.control.advance(60_000);
    await backend.until(5);
    expect(events()[4]).toBe('late');
    backend.answer = (push) =>
      push.query.get('signature') === sha1(backend.settings().token, push.query.get('timestamp') ?? '', push.query.get('nonce') ?? '')
        ? 'success'
        : 403;
    await event('forged');
    await backend.until(7);
    await eventually(async () => (await sandbox.control.pushes()).at(-1)?.status === 'delivered');
    expect((await sandbox.control.pushes()).at(-1)?.attempts).toMatchObject([
      { forged: true, status: 403 },
      { forged: false, status: 200 },
    ]);
    expect((await sandbox.control.pushes())[0]).toMatchObject({ event: 'lost', status: 'dropped' });
  });

  it('goes on after a restart of WeChat, and is forgotten by a reset', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'sandbox-'));
    await sandbox.stop();
    sandbox = await startSandbox({ dataDir, weixin: { pushRetryDelayMs: 3_600_000 } });
    await sandbox.control.setPush(backend.settings());
    backend.answer = (_push, index) => (index === 0 ? 500 : 'success');
    await event('first');
    await backend.until(1);
    await eventually(async () => (await sandbox.control.pushes())[0]?.failures === 1);
    await sandbox.stop();
    sandbox = await startSandbox({ dataDir });
    await backend.until(2);
    await eventually(async () => (await status()) === 'delivered');
    await sandbox.control.faults({ on: 'push', action: 'reorder' });
    await event('held');
    await sandbox.control.reset();
    expect((await sandbox.control.settings()).push).toBeNull();
    await sandbox.control.setPush(backend.settings());
    await event('next');
    await backend.until(3);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(backend.heard.map((push) => json(push).Event)).toEqual(['first', 'first', 'next']);
    rmSync(dataDir, { recursive: true });
  });

  it('has rules of its own, and settings that are read with care', async () => {
    const wrong = async (path: string, body: object) => (await ask(sandbox, path, body)).status;
    expect(await wrong('/sandbox/faults', { on: 'push', action: 'probe' })).toBe(400);
    expect(await wrong('/sandbox/faults', { on: 'push', action: 'drop', event: 'a' })).toBe(200);
    for (const change of [
      { pushAttempts: -1 },
      { pushSingleList: 'list' },
      { openPlatform: 'yes' },
      { words: [{ word: '' }] },
      { unknown: 1 },
      { push: { url: 'x' } },
    ]) {
      expect([change, await wrong('/sandbox/settings', change)]).toEqual([change, 400]);
    }
    expect((await ask(sandbox, '/sandbox/settings', { pushAttempts: 4 })).body).toMatchObject({ pushAttempts: 4, pushTimeoutMs: 300 });
  });

  it('comes again on demand, though it was taken', async () => {
    await sandbox.control.setPush(backend.settings());
    const { id } = await event();
    await backend.until(1);
    expect((await ask(sandbox, `/sandbox/pushes/${id}/again`, {})).body).toEqual({ taken: true });
    expect(backend.heard[1]?.body).toBe(backend.heard[0]?.body);
  });
});

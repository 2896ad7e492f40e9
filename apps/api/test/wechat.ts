import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningSandbox, type SandboxOptions, startSandbox } from '@pailou/wechat-sandbox';
import type { Clock } from '../src/kernel/time.js';
import { createTestApp, type TestApp } from './harness.js';

export interface WechatTestApp extends TestApp {
  sandbox: RunningSandbox;
  /** A new customer who has signed in through the sandbox. */
  customer(nickname?: string): Promise<TestCustomer>;
}
export interface TestCustomer {
  /** In the sandbox. */
  wechatId: string;
  openid: string;
  /** In Pailou. */
  id: string;
  as: { token: string };
}

/** As the merchant typed them into WeChat's console. */
export const pushToken = 'pailoutest';
export const pushAesKey = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG';

/** The settings by which an API speaks to this sandbox: its keys are written to files, as a merchant's are. */
export function wechatEnv(sandbox: RunningSandbox): Record<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'pailou-wechat-'));
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text, { mode: 0o600 });
    return join(folder, name);
  };
  const { appid, secret, mchid, serial, apiV3Key, merchantKey, platformPublicKey, platformPublicKeyId } = sandbox.credentials;
  return {
    WECHAT_APPID: appid,
    WECHAT_SECRET: secret,
    WECHAT_MCHID: mchid,
    WECHAT_SERIAL: serial,
    WECHAT_API_V3_KEY: apiV3Key,
    WECHAT_MERCHANT_KEY_FILE: file('apiclient_key.pem', merchantKey),
    WECHAT_PLATFORM_PUBLIC_KEY_FILE: file('pub_key.pem', platformPublicKey),
    WECHAT_PLATFORM_PUBLIC_KEY_ID: platformPublicKeyId,
    WECHAT_PUSH_TOKEN: pushToken,
    WECHAT_PUSH_AES_KEY: pushAesKey,
    WECHAT_API_BASE_URL: sandbox.url,
    WECHAT_PAY_BASE_URL: sandbox.url,
  };
}

/** A port that nothing listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The whole API with a WeChat of its own: real signatures both ways, notifications over real HTTP. */
export async function createWechatTestApp(
  env: Record<string, string> = {},
  clock?: Clock,
  options: SandboxOptions = {},
): Promise<WechatTestApp> {
  const sandbox = await startSandbox({ paymentDelayMs: 0, refundDelayMs: 20, notifyDelaysMs: [50, 50, 100], ...options });
  const port = await freePort();
  const test = await createTestApp({ ...wechatEnv(sandbox), PORT: String(port), PUBLIC_URL: `http://127.0.0.1:${port}`, ...env }, clock);
  await sandbox.control.setPush({
    url: `${test.url}/api/v1/wechat/push`,
    token: pushToken,
    encodingAesKey: pushAesKey,
    mode: 'safe',
    format: 'json',
  });
  return {
    ...test,
    sandbox,
    customer: (nickname) => newCustomer(test, sandbox, nickname),
    close: async () => {
      await test.close();
      await sandbox.stop();
    },
  };
}

/** Somebody who opens the mini program for the first time. */
export async function newCustomer(test: Pick<TestApp, 'request'>, sandbox: RunningSandbox, nickname?: string): Promise<TestCustomer> {
  const { id: wechatId, openid } = await sandbox.control.createCustomer(nickname);
  const { status, body } = await test.request('POST', '/api/v1/storefront/sign-in', {
    body: { code: await sandbox.control.loginCode(wechatId) },
  });
  if (status >= 300) throw new Error(`The customer could not sign in: ${status} ${JSON.stringify(body)}`);
  return { wechatId, openid, id: body.customer.id, as: { token: body.token } };
}

#!/usr/bin/env node
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startSandbox } from './server/index.js';
import { readPush } from './weixin/settings.js';

const help = `wechat-sandbox: a stand-in for api.weixin.qq.com and api.mch.weixin.qq.com

  --port <number>       PORT, 7070; 0 takes any free one
  --host <address>      HOST, 127.0.0.1
  --data-dir <folder>   DATA_DIR, .wechat-sandbox; keeps credentials.json and state.json
  --h5 <url>            SHOP_H5_URL, the mini program's h5 build, which the phone shows
  --api <url>           SHOP_API_URL, the shop's API, which the phone links to
  --public-url <url>    PUBLIC_URL, where others reach this sandbox
  --fast                waits between notifications are a thousandth of WeChat's
  PUSH_URL, PUSH_TOKEN, PUSH_AES_KEY   message push in safe mode and JSON`;

const { env } = process;
const options = {
  port: { type: 'string', default: env.PORT ?? '7070' },
  host: { type: 'string', default: env.HOST ?? '127.0.0.1' },
  'data-dir': { type: 'string', default: env.DATA_DIR || '.wechat-sandbox' },
  h5: { type: 'string', default: env.SHOP_H5_URL ?? '' },
  api: { type: 'string', default: env.SHOP_API_URL ?? '' },
  'public-url': { type: 'string', default: env.PUBLIC_URL ?? '' },
  fast: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** What went wrong at the start, as a sentence that says what to do. */
function sentenceOf(error: unknown): string {
  const { code, message } = error instanceof Error ? (error as NodeJS.ErrnoException) : { code: '', message: String(error) };
  return code === 'EADDRINUSE' ? 'The port is taken: name another with --port, or 0 for any free one.' : message;
}

/** Starts the sandbox from the arguments, or the environment for what they leave out. */
async function start(): Promise<void> {
  const { values } = parseArgs({ options });
  if (values.help) return console.log(help);
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`--port is a number up to 65535, and not ${values.port}.`);
  const push = env.PUSH_URL ? readPush({ url: env.PUSH_URL, token: env.PUSH_TOKEN, encodingAesKey: env.PUSH_AES_KEY }) : null;
  if (typeof push === 'string') throw new Error(push);
  const dataDir = resolve(values['data-dir']);
  mkdirSync(dataDir, { recursive: true });
  const sandbox = await startSandbox({
    port,
    host: values.host,
    dataDir,
    weixin: { publicUrl: values['public-url'], push },
    pay: { notifySpeed: values.fast ? 1000 : 1 },
    shop: { ...(values.h5 && { h5: values.h5 }), ...(values.api && { api: values.api }) },
  });
  console.log(`WeChat sandbox at ${sandbox.url} (appid ${sandbox.credentials.appid}, merchant ${sandbox.credentials.mchid}).`);
  console.log(`Credentials: ${join(dataDir, 'credentials.json')}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void sandbox.stop().then(() => process.exit(0)));
  }
}

await start().catch((error: unknown) => {
  console.error(sentenceOf(error));
  process.exitCode = 1;
});

#!/usr/bin/env node
import { startSandbox } from './server/index.js';
import { readPush } from './weixin/settings.js';

/**
 * Starts the sandbox from the environment: PORT, HOST, DATA_DIR, SHOP_H5_URL, SHOP_API_URL, PUBLIC_URL (where others
 * reach it), PUSH_URL with PUSH_TOKEN and PUSH_AES_KEY (message push in safe mode and JSON).
 */
const { PORT = '7070', HOST = '127.0.0.1', DATA_DIR, SHOP_H5_URL, SHOP_API_URL, PUBLIC_URL = '', PUSH_URL, PUSH_TOKEN, PUSH_AES_KEY } = process.env;
const push = PUSH_URL ? readPush({ url: PUSH_URL, token: PUSH_TOKEN, encodingAesKey: PUSH_AES_KEY }) : null;
if (typeof push === 'string') throw new Error(push);
const sandbox = await startSandbox({
  port: Number(PORT),
  host: HOST,
  ...(DATA_DIR && { dataDir: DATA_DIR }),
  weixin: { publicUrl: PUBLIC_URL, push },
  shop: { ...(SHOP_H5_URL && { h5: SHOP_H5_URL }), ...(SHOP_API_URL && { api: SHOP_API_URL }) },
});
console.log(`WeChat sandbox at ${sandbox.url} (appid ${sandbox.credentials.appid}, merchant ${sandbox.credentials.mchid}).`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void sandbox.stop().then(() => process.exit(0)));
}

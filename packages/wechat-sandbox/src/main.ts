#!/usr/bin/env node
import { startSandbox } from './server/index.js';

/** Starts the sandbox from the environment: PORT, HOST, DATA_DIR, SHOP_H5_URL, SHOP_API_URL. */
const { PORT = '7070', HOST = '127.0.0.1', DATA_DIR, SHOP_H5_URL, SHOP_API_URL } = process.env;
const sandbox = await startSandbox({
  port: Number(PORT),
  host: HOST,
  ...(DATA_DIR && { dataDir: DATA_DIR }),
  shop: { ...(SHOP_H5_URL && { h5: SHOP_H5_URL }), ...(SHOP_API_URL && { api: SHOP_API_URL }) },
});
console.log(`WeChat sandbox at ${sandbox.url} (appid ${sandbox.credentials.appid}, merchant ${sandbox.credentials.mchid}).`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void sandbox.stop().then(() => process.exit(0)));
}

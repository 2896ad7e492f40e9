import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SandboxCredentials } from '@pailou/wechat-sandbox';

/** The sandbox's merchant as the API and other programs take it: keys as files, the rest as values. */
export interface WechatFacts {
  appid: string;
  secret: string;
  mchid: string;
  serial: string;
  apiV3Key: string;
  merchantKeyFile: string;
  platformPublicKeyFile: string;
  platformPublicKeyId: string;
}

/** Writes the keys below `folder`, readable by their owner only. */
export function writeWechatFiles(folder: string, credentials: SandboxCredentials): WechatFacts {
  mkdirSync(folder, { recursive: true });
  const file = (name: string, pem: string) => {
    const path = join(folder, name);
    writeFileSync(path, pem, { mode: 0o600 });
    return path;
  };
  const { appid, secret, mchid, serial, apiV3Key, platformPublicKeyId } = credentials;
  return {
    appid,
    secret,
    mchid,
    serial,
    apiV3Key,
    merchantKeyFile: file('apiclient_key.pem', credentials.merchantKey),
    platformPublicKeyFile: file('pub_key.pem', credentials.platformPublicKey),
    platformPublicKeyId,
  };
}

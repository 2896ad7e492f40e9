import { createCipheriv, createSign, randomBytes, randomUUID } from 'node:crypto';
import type { SandboxCredentials } from '@pailou/wechat-sandbox';

/** A notification as only WeChat can make it: encrypted with the API v3 key, signed with the platform's key. */
export function wechatNews(
  credentials: SandboxCredentials,
  kind: 'transaction' | 'refund',
  eventType: string,
  resource: object,
  at = new Date(),
  id: string = randomUUID(),
): { headers: Record<string, string>; body: string } {
  const iv = randomBytes(6).toString('hex');
  const cipher = createCipheriv('aes-256-gcm', credentials.apiV3Key, iv).setAAD(Buffer.from(kind));
  const ciphertext = Buffer.concat([cipher.update(JSON.stringify(resource)), cipher.final(), cipher.getAuthTag()]).toString('base64');
  const body = JSON.stringify({
    id,
    create_time: at.toISOString(),
    resource_type: 'encrypt-resource',
    event_type: eventType,
    summary: '',
    resource: { original_type: kind, algorithm: 'AEAD_AES_256_GCM', ciphertext, associated_data: kind, nonce: iv },
  });
  const [timestamp, nonce] = [String(Math.floor(at.getTime() / 1000)), randomBytes(16).toString('hex')];
  const signature = createSign('RSA-SHA256').update(`${timestamp}\n${nonce}\n${body}\n`).sign(credentials.platformPrivateKey, 'base64');
  return {
    body,
    headers: {
      'content-type': 'application/json',
      'wechatpay-timestamp': timestamp,
      'wechatpay-nonce': nonce,
      'wechatpay-signature': signature,
      'wechatpay-serial': credentials.platformPublicKeyId,
      'wechatpay-signature-type': 'WECHATPAY2-SHA256-RSA2048',
    },
  };
}

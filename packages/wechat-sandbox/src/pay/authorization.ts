import type { FastifyRequest } from 'fastify';
import { verifyRsa } from '../crypto.js';
import { bodyOf, targetOf } from '../http.js';
import type { World } from '../world.js';
import { PayError, signError } from './errors.js';

const scheme = 'WECHATPAY2-SHA256-RSA2048 ';
/** The clock of the caller may be off by five minutes. */
export const skewMs = 300_000;

function readAuthorization(header: string | undefined): Record<string, string> {
  if (!header) throw signError('Http头缺少认证信息 Authorization');
  if (!header.startsWith(scheme)) throw signError('Authorization 的认证类型应为 WECHATPAY2-SHA256-RSA2048');
  const fields = Object.fromEntries([...header.slice(scheme.length).matchAll(/(\w+)="([^"]*)"/g)].map((match) => [match[1], match[2]]));
  for (const name of ['mchid', 'nonce_str', 'signature', 'timestamp', 'serial_no']) {
    if (!fields[name]) throw signError(`Authorization 缺少 ${name}`);
  }
  return fields;
}

/** Nonces seen within the time in which a signature is good; a second use is a replay. */
export class Nonces {
  private readonly seen = new Map<string, number>();

  /** False when this nonce was used before. */
  use(nonce: string, at: number): boolean {
    for (const [old, when] of this.seen) {
      if (at - when <= 2 * skewMs) break;
      this.seen.delete(old);
    }
    if (this.seen.has(nonce)) return false;
    this.seen.set(nonce, at);
    return true;
  }
}

/**
 * Checks a request as WeChat Pay does: header, merchant, serial, clock, nonce, and the signature
 * over the exact bytes. Throws 401 SIGN_ERROR or 400 for what is missing.
 */
export function checkAuthorization(world: World, nonces: Nonces, request: FastifyRequest): void {
  const { headers, method } = request;
  if (!headers['user-agent']) throw new PayError(400, 'PARAM_ERROR', 'Http头缺少 User-Agent');
  const accept = headers.accept ?? '';
  if (!/application\/json|\*\/\*|image\//.test(accept)) throw new PayError(406, 'PARAM_ERROR', 'Http头 Accept 应为 application/json');
  if (method === 'POST' && !headers['content-type']?.startsWith('application/json')) {
    throw new PayError(415, 'PARAM_ERROR', 'Http头 Content-Type 应为 application/json');
  }
  const given = readAuthorization(headers.authorization);
  const { mchid = '', nonce_str: nonce = '', signature = '', timestamp = '', serial_no: serial = '' } = given;
  if (mchid !== world.credentials.mchid) throw signError('商户号与签名使用的证书不匹配');
  if (serial !== world.credentials.serial) throw signError('商户证书序列号有误，请使用签名私钥匹配的证书序列号');
  if (!/^\d+$/.test(timestamp)) throw signError('timestamp 应为秒数');
  if (Math.abs(world.clock.wire() - Number(timestamp) * 1000) > skewMs) throw signError('timestamp 与微信支付的时间相差超过 5 分钟');
  if (nonce.length > 32) throw signError('nonce_str 超过 32 个字符');
  const head = `${method}\n${targetOf(request)}\n${timestamp}\n${nonce}\n`;
  const message = Buffer.concat([Buffer.from(head), bodyOf(request), Buffer.from('\n')]);
  if (!verifyRsa(message, signature, world.merchantPublicKey)) throw signError('签名与请求内容不符');
  // Only a genuine request uses its nonce up.
  if (!nonces.use(nonce, world.clock.wire())) throw signError('nonce_str 已被使用过');
}

import type { Api } from '../http/api.js';
import { done, type WechatResult } from '../result.js';
import { sessionSignature } from './encrypted-data.js';

/** The key is gone or another: the customer signs in again. */
const over = new Set(['87007', '87009']);
const proof = (openid: string, sessionKey: string) => ({ openid, signature: sessionSignature(sessionKey), sig_method: 'hmac_sha256' });

/** Whether a session key still holds. Source: 检验登录态, GET /wxa/checksession. */
export async function checkSession(api: Api, openid: string, sessionKey: string): Promise<WechatResult<boolean>> {
  const answer = await api.json({ method: 'GET', path: '/wxa/checksession', query: proof(openid, sessionKey) });
  if (answer.ok) return done(true);
  return over.has(answer.error.code) ? done(false) : answer;
}

/** Replaces a session key; the answer is the new one. Errors: 87007, 87009. Source: 重置登录态, GET /wxa/resetusersessionkey. */
export async function resetSession(api: Api, openid: string, sessionKey: string): Promise<WechatResult<string>> {
  return api.text({ method: 'GET', path: '/wxa/resetusersessionkey', query: proof(openid, sessionKey), repeatable: false }, 'session_key');
}

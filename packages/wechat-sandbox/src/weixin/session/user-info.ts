import { isIP } from 'node:net';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { queryOf } from '../../http.js';
import { randomText } from '../../crypto.js';
import type { World } from '../../world.js';
import { customerOf, getApi, neededText, ok, postApi } from '../api.js';
import { WeixinError } from '../errors.js';
import { weixinSettings } from '../settings.js';
import { checkToken } from '../token.js';
import { keysOf } from './encrypt-key.js';
import { signedCustomer } from './signature.js';

const paidUnionidMs = 300_000;
const sealedMs = 3 * 86_400_000;

/** getPaidUnionId: within five minutes after the payment (§1.5). */
function paidUnionid(world: World, request: FastifyRequest): Record<string, unknown> {
  const customer = customerOf(world, queryOf(request, 'openid'));
  if (!weixinSettings(world).openPlatform) throw new WeixinError(89002);
  const transactionId = queryOf(request, 'transaction_id');
  const mine = queryOf(request, 'mch_id') === world.credentials.mchid;
  const outTradeNo = mine ? queryOf(request, 'out_trade_no') : '';
  const order = world.state.orders.find((item) =>
    transactionId ? item.transactionId === transactionId : outTradeNo !== '' && item.outTradeNo === outTradeNo,
  );
  if (!order || order.paidAt === null || order.openid !== customer.openid) throw new WeixinError(89300);
  if (world.clock.now() - order.paidAt > paidUnionidMs) throw new WeixinError(89300);
  return ok({ unionid: customer.unionid });
}

function riskRank(world: World, body: Record<string, unknown>): Record<string, unknown> {
  if (neededText(body, 'appid') !== world.credentials.appid) throw new WeixinError(40013);
  const { openid } = customerOf(world, neededText(body, 'openid'));
  if (body.scene !== 0 && body.scene !== 1 && body.scene !== 2) throw new WeixinError(40097);
  if (isIP(neededText(body, 'client_ip')) === 0) throw new WeixinError(40097);
  return ok({ risk_rank: world.state.riskRanks[openid] ?? 0, unoin_id: Number(randomText(9, '123456789')) });
}

/** What else WeChat says about a customer (§1.5, §1.6). */
export function userInfoRoutes(app: FastifyInstance, world: World): void {
  getApi(app, world, '/wxa/getpaidunionid', (request) => paidUnionid(world, request));
  postApi(app, world, '/wxa/getuserriskrank', (body) => riskRank(world, body));
  postApi(app, world, '/wxa/business/checkencryptedmsg', (body) => {
    const hash = neededText(body, 'encrypted_msg_hash');
    const found = world.state.sealed.find((item) => item.hash === hash && world.clock.now() - item.createdAt <= sealedMs);
    // "vaild" is WeChat's own spelling.
    return ok({ vaild: found !== undefined, create_time: found ? Math.floor(found.createdAt / 1000) : 0 });
  });
  app.post('/wxa/business/getuserencryptkey', (request) => {
    checkToken(world, request);
    const { openid } = signedCustomer(world, request);
    const now = world.clock.now();
    const list = keysOf(world, openid).map(({ encryptKey, iv, version, createdAt, expiresAt }) => ({
      encrypt_key: encryptKey,
      iv,
      version,
      expire_in: Math.max(0, Math.floor((expiresAt - now) / 1000)),
      create_time: Math.floor(createdAt / 1000),
    }));
    return ok({ key_info_list: list });
  });
}

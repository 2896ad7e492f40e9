import type { FastifyInstance } from 'fastify';
import { delayOrLose, takeRefusal } from '../answer-faults.js';
import { noteCode } from '../calls.js';
import { randomText } from '../crypto.js';
import { queryOf, targetOf } from '../http.js';
import type { World } from '../world.js';
import { checkAuthorization, Nonces } from './authorization.js';
import { certificates } from './certificates.js';
import { billDownloadPath, billRoutes } from './bills.js';
import { internalCode, PayError } from './errors.js';
import { orderRoutes } from './orders.js';
import { CallRates } from './rates.js';
import { refundRoutes } from './refunds.js';
import { signingSerial } from './platform-keys.js';
import { signatureHeaders } from './sign-answer.js';
import { transferRoutes } from './transfers.js';

const usualStatus: Record<string, number> = {
  FREQUENCY_LIMITED: 429,
  SYSTEM_ERROR: 500,
  BANK_ERROR: 500,
  ORDER_NOT_EXIST: 404,
  RESOURCE_NOT_EXISTS: 404,
  SIGN_ERROR: 401,
  PARAM_ERROR: 400,
  INVALID_REQUEST: 400,
};

/** api.mch.weixin.qq.com, below /v3: each request is checked, each answer signed. */
export async function payRoutes(app: FastifyInstance, world: World): Promise<void> {
  const nonces = new Nonces();
  const refusals = new WeakMap<object, PayError>();
  const rates = new CallRates();
  app.addHook('preHandler', async (request) => {
    checkAuthorization(world, nonces, request);
    signingSerial(world, askedSerial(request.headers));
    rates.count(world, request);
    const fault = takeRefusal(world, request);
    if (!fault) return;
    const code = fault.code ?? 'SYSTEM_ERROR';
    throw new PayError(fault.status ?? usualStatus[code] ?? 403, code, fault.message ?? code);
  });
  app.addHook('onSend', async (request, reply, payload) => {
    reply.header('Request-ID', `${randomText(20, '0123456789ABCDEF')}-${internalCode(refusals.get(request) ?? null)}`);
    // A refused serial cannot name the key of its own refusal.
    const serial = reply.statusCode < 400 ? signingSerial(world, askedSerial(request.headers)) : signingSerial(world);
    // The file of a bill comes without a signature; its hash was in a signed answer.
    const isFile = targetOf(request).startsWith(billDownloadPath) && reply.statusCode < 400;
    if (!isFile) reply.headers(signatureHeaders(world, typeof payload === 'string' ? payload : '', serial));
    return delayOrLose(world, request, reply, payload);
  });
  app.setErrorHandler((error, request, reply) => {
    const known = error instanceof PayError ? error : new PayError(500, 'SYSTEM_ERROR', '系统异常，请稍后重试');
    if (known !== error) console.error(error);
    refusals.set(request, known);
    noteCode(request, known.code);
    return reply.code(known.status).type('application/json; charset=utf-8').send(known.body());
  });
  app.setNotFoundHandler((request, reply) => {
    noteCode(request, 'RESOURCE_NOT_EXISTS');
    return reply
      .code(404)
      .type('application/json; charset=utf-8')
      .send(new PayError(404, 'RESOURCE_NOT_EXISTS', '资源不存在').body());
  });
  app.get('/certificates', (request) => certificates(world, queryOf(request, 'algorithm_type')));
  orderRoutes(app, world);
  refundRoutes(app, world);
  billRoutes(app, world);
  transferRoutes(app, world);
}

function askedSerial(headers: Record<string, string | string[] | undefined>): string | undefined {
  const value = headers['wechatpay-serial'];
  return typeof value === 'string' ? value : undefined;
}

import type { FastifyInstance } from 'fastify';
import { friendsControlRoutes } from '../friends/control-routes.js';
import { bodyOf, isObject } from '../http.js';
import { payControlRoutes } from '../pay/control-routes.js';
import { readParams, type PaymentParams, type SheetOutcome, sheetOutcomes } from '../pay/sheet.js';
import { handsetControlRoutes } from '../phone/control-routes.js';
import { drawCode } from '../weixin/code-image.js';
import { weixinControlRoutes } from '../weixin/control-routes.js';
import type { World } from '../world.js';
import { ControlError, type FaultInput, type SandboxControl } from './control.js';

type Body = Record<string, unknown>;

/** The JSON of a body; an empty object when there is none. */
export function jsonOf(bytes: Buffer): unknown {
  if (bytes.length === 0) return {};
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new ControlError(400, 'The body is not JSON.');
  }
}

/** A body that must be a JSON object. */
export function fieldsOf(bytes: Buffer): Body {
  const value = jsonOf(bytes);
  if (!isObject(value)) throw new ControlError(400, 'The body is a JSON object.');
  return value;
}

/** A text that must be there; it may be empty. */
export function textIn(body: Body, name: string): string {
  const value = body[name];
  if (typeof value !== 'string') throw new ControlError(400, `${name} is a text.`);
  return value;
}

/** A text that may be left out. */
export const optional = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

const outcomes: Record<string, SheetOutcome> = { success: 'pay', ok: 'pay', ...Object.fromEntries(sheetOutcomes.map((one) => [one, one])) };

function outcomeOf(value: unknown): SheetOutcome {
  const outcome = outcomes[String(value ?? 'pay')];
  if (!outcome) throw new ControlError(400, `outcome is ${sheetOutcomes.join(', ')}.`);
  return outcome;
}

/** The mini program's parameters, or the prepay_id alone; a sentence when they are not what WeChat takes. */
function paymentOf(body: Body): { prepayId: string; params: PaymentParams | null } | string {
  const source = isObject(body.params) ? body.params : body;
  const signed = isObject(body.params) || 'paySign' in body || 'signType' in body;
  if (signed) {
    const params = readParams(source);
    return typeof params === 'string' ? params : { prepayId: params.package.replace(/^prepay_id=/, ''), params };
  }
  const named = optional(body.prepayId) ?? optional(body.package);
  return named ? { prepayId: named.replace(/^prepay_id=/, ''), params: null } : 'parameter error: parameter.package should be String';
}

const refused = (message: string) => ({ result: 'fail' as const, message, errMsg: `requestPayment:fail (${message})` });

/** Rules are a list, one alone, or `{rules}`. */
const rulesOf = (body: unknown): FaultInput[] => (isObject(body) && Array.isArray(body.rules) ? body.rules : body) as FaultInput[];

/** The control API. Any page may call it: the h5 mini program has an origin of its own. */
export async function controlRoutes(app: FastifyInstance, world: World, control: SandboxControl): Promise<void> {
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers({
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Headers': 'Content-Type',
      'Access-Control-Allow-Methods': 'GET, POST',
      'Access-Control-Allow-Private-Network': 'true',
    });
  });
  app.setErrorHandler((error, _request, reply) => {
    if (error instanceof ControlError) return reply.code(error.status).send({ message: error.message });
    console.error(error);
    return reply.code(500).send({ message: 'The sandbox failed.' });
  });
  app.options('/sandbox/*', (_request, reply) => reply.code(204).send());
  readRoutes(app, world, control);
  customerRoutes(app, control);
  weixinControlRoutes(app, world, control);
  payControlRoutes(app, control);
  friendsControlRoutes(app, control);
  handsetControlRoutes(app, control);
  app.post('/sandbox/clock', async (request) => {
    const body = fieldsOf(bodyOf(request));
    if (body.to === undefined) await control.advance(Number(body.advanceMs));
    else await control.advanceTo(String(body.to));
    return control.clock();
  });
  app.get('/sandbox/clock', () => control.clock());
  app.get('/sandbox/state', () => control.state());
  const told = async () => ({ rules: await control.faultRules(), injected: await control.injectedFaults() });
  app.get('/sandbox/faults', told);
  app.post('/sandbox/faults/add', async (request) => {
    await control.addFaults(rulesOf(jsonOf(bodyOf(request))));
    return told();
  });
  app.post('/sandbox/faults', async (request) => {
    await control.faults(rulesOf(jsonOf(bodyOf(request))));
    return told();
  });
  app.post('/sandbox/reset', async () => {
    await control.reset();
    return {};
  });
}

/** What a customer does: is made, logs in, shows a number, pays. */
function customerRoutes(app: FastifyInstance, control: SandboxControl): void {
  app.post('/sandbox/customers', (request) => control.createCustomer(optional(fieldsOf(bodyOf(request)).nickname)));
  // Two addresses each: the second is what the h5 mini program calls.
  for (const path of ['/sandbox/login-codes', '/sandbox/login']) {
    app.post(path, async (request) => ({ code: await control.loginCode(optional(fieldsOf(bodyOf(request)).customerId)) }));
  }
  for (const path of ['/sandbox/phone-codes', '/sandbox/phone-number']) {
    app.post(path, async (request) => ({ code: await control.phoneCode(optional(fieldsOf(bodyOf(request)).customerId)) }));
  }
  for (const path of ['/sandbox/payments', '/sandbox/pay']) {
    app.post(path, async (request) => {
      const body = fieldsOf(bodyOf(request));
      const payment = paymentOf(body);
      if (typeof payment === 'string') return refused(payment);
      return control.pay(optional(body.customerId), payment.prepayId, outcomeOf(body.outcome), payment.params);
    });
  }
  app.post('/sandbox/sheet', async (request) => {
    const body = fieldsOf(bodyOf(request));
    const payment = paymentOf(body);
    if (typeof payment === 'string') return refused(payment);
    return control.sheet(optional(body.customerId), payment.prepayId, payment.params);
  });
}

/** What there is to see. */
function readRoutes(app: FastifyInstance, world: World, control: SandboxControl): void {
  app.get('/sandbox/customers', () => control.customers());
  app.get('/sandbox/orders', () => control.orders());
  app.get('/sandbox/refunds', () => control.refunds());
  app.get('/sandbox/notifications', () => control.notifications());
  app.get('/sandbox/codes', () => control.codes());
  app.get<{ Params: { id: string } }>('/sandbox/codes/:id/image', async (request, reply) => {
    const code = world.state.codes.find((item) => item.id === request.params.id);
    if (!code) throw new ControlError(404, `There is no code ${request.params.id}.`);
    return reply
      .type('image/png')
      .header('Cache-Control', 'max-age=3600')
      .send(await drawCode(code, 'png'));
  });
  app.get('/sandbox/calls', () => world.calls);
}

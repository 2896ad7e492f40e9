import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { SandboxControl } from '../control/control.js';
import { fieldsOf, jsonOf, optional } from '../control/routes.js';
import { ControlError } from '../control/base.js';
import { bodyOf, isObject, queryOf } from '../http.js';
import type { World } from '../world.js';
import { chatControlRoutes } from './chat/control-routes.js';
import { linkControlRoutes } from './links/control-routes.js';
import { sessionControlRoutes } from './session/control-routes.js';
import type { PushSettings, WeixinSettings } from './settings.js';
import { shippingControlRoutes } from './shipping/control-routes.js';
import type { NotificationSettings, SubscribeAnswer } from './subscribe/answers.js';
import type { TemplateInput } from './subscribe/control.js';

/** The control API of api.weixin.qq.com's side, below /sandbox. */
export function weixinControlRoutes(app: FastifyInstance, _world: World, control: SandboxControl): void {
  app.get('/sandbox/settings', () => control.settings());
  app.post('/sandbox/settings', (request) => control.changeSettings(jsonOf(bodyOf(request)) as Partial<WeixinSettings>));
  app.post('/sandbox/visits', async (request) => {
    await control.visit(optional(fieldsOf(bodyOf(request)).customerId));
    return {};
  });
  pushRoutes(app, control);
  subscribeControlRoutes(app, control);
  chatControlRoutes(app, control);
  sessionControlRoutes(app, control);
  shippingControlRoutes(app, control);
  linkControlRoutes(app, control);
}

function pushRoutes(app: FastifyInstance, control: SandboxControl): void {
  app.get('/sandbox/pushes', () => control.pushes());
  app.post('/sandbox/push', async (request) => {
    const { verify, ...push } = fieldsOf(bodyOf(request));
    const wanted = 'push' in push ? push.push : push;
    await control.setPush(wanted as PushSettings | null, { verify: verify !== false });
    return {};
  });
  app.post('/sandbox/push/verify', async () => {
    const reason = await control.verifyPush();
    return { verified: reason === null, reason };
  });
  app.post<{ Params: { id: string } }>('/sandbox/pushes/:id/again', async (request) => ({
    taken: await control.pushAgain(request.params.id),
  }));
  app.post('/sandbox/pushes', (request) => {
    const body = fieldsOf(bodyOf(request));
    return control.pushEvent(optional(body.customerId), String(body.event ?? ''), isObject(body.fields) ? body.fields : {});
  });
}

const customerQuery = (request: FastifyRequest): string | undefined => optional(queryOf(request, 'customerId'));

function textsOf(value: unknown, name: string): string[] {
  if (!Array.isArray(value) || !value.every((item) => typeof item === 'string')) throw new ControlError(400, `${name} is a list of texts.`);
  return value;
}

function objectIn(body: Record<string, unknown>, name: string): Record<string, unknown> {
  const value = body[name];
  if (!isObject(value)) throw new ControlError(400, `${name} is an object.`);
  return value;
}

function subscribeControlRoutes(app: FastifyInstance, control: SandboxControl): void {
  app.get('/sandbox/templates', () => control.templates());
  app.post('/sandbox/templates', (request) => control.addTemplate(fieldsOf(bodyOf(request)) as unknown as TemplateInput));
  app.post('/sandbox/subscribe/prompt', (request) => {
    const body = fieldsOf(bodyOf(request));
    return control.subscribePrompt(optional(body.customerId), textsOf(body.templateIds, 'templateIds'));
  });
  app.post('/sandbox/subscribe', (request) => {
    const body = fieldsOf(bodyOf(request));
    return control.subscribe(optional(body.customerId), objectIn(body, 'answers') as Record<string, SubscribeAnswer>);
  });
  app.get('/sandbox/subscriptions', (request) => control.subscriptions(customerQuery(request)));
  app.post('/sandbox/subscriptions', async (request) => {
    const { customerId, ...changes } = fieldsOf(bodyOf(request));
    await control.manageSubscriptions(optional(customerId), changes as NotificationSettings);
    return control.subscriptions(optional(customerId));
  });
  app.get('/sandbox/service-messages', (request) => control.serviceMessages(customerQuery(request)));
  app.post<{ Params: { msgId: string } }>('/sandbox/service-messages/:msgId/open', (request) =>
    control.openServiceMessage(request.params.msgId),
  );
}

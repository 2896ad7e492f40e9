import type { FastifyInstance } from 'fastify';
import type { SandboxControl } from '../control/control.js';
import { fieldsOf, jsonOf, optional } from '../control/routes.js';
import { bodyOf, isObject } from '../http.js';
import type { World } from '../world.js';
import type { PushSettings, WeixinSettings } from './settings.js';

/** The control API of api.weixin.qq.com's side, below /sandbox. */
export function weixinControlRoutes(app: FastifyInstance, _world: World, control: SandboxControl): void {
  app.get('/sandbox/settings', () => control.settings());
  app.post('/sandbox/settings', (request) => control.changeSettings(jsonOf(bodyOf(request)) as Partial<WeixinSettings>));
  app.post('/sandbox/visits', async (request) => {
    await control.visit(optional(fieldsOf(bodyOf(request)).customerId));
    return {};
  });
  pushRoutes(app, control);
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
  app.post<{ Params: { id: string } }>('/sandbox/pushes/:id/again', async (request) => ({ taken: await control.pushAgain(request.params.id) }));
  app.post('/sandbox/pushes', (request) => {
    const body = fieldsOf(bodyOf(request));
    return control.pushEvent(optional(body.customerId), String(body.event ?? ''), isObject(body.fields) ? body.fields : {});
  });
}

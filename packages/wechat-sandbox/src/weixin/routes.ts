import type { FastifyInstance } from 'fastify';
import { delayOrLose, takeRefusal } from '../answer-faults.js';
import { noteCode } from '../calls.js';
import type { World } from '../world.js';
import { mediaRoutes } from './chat/media.js';
import { chatRoutes } from './chat/send.js';
import { codeRoutes } from './codes.js';
import { WeixinError } from './errors.js';
import { loginRoutes } from './login.js';
import { phoneNumberRoutes } from './phone-number.js';
import { linkRoutes } from './links/generate.js';
import { keepRid } from './quota/rids.js';
import { quotaRoutes } from './quota/routes.js';
import { mediaCheckRoutes } from './security/media.js';
import { textCheckRoutes } from './security/text.js';
import { sessionRoutes } from './session/signature.js';
import { userInfoRoutes } from './session/user-info.js';
import { shippingOtherRoutes } from './shipping/others.js';
import { shippingQueryRoutes } from './shipping/query.js';
import { uploadRoutes } from './shipping/upload.js';
import { subscribeRoutes } from './subscribe/send.js';
import { templateRoutes } from './subscribe/templates.js';
import { tokenRoutes } from './token.js';

/** api.weixin.qq.com: errors come with HTTP 200 and `errcode`. */
export async function weixinRoutes(app: FastifyInstance, world: World): Promise<void> {
  app.addHook('onRequest', async (request) => {
    const fault = takeRefusal(world, request);
    if (fault) throw new WeixinError(fault.errcode ?? -1, fault.message);
  });
  app.addHook('onSend', (request, reply, payload) => delayOrLose(world, request, reply, payload));
  app.setErrorHandler((error, request, reply) => {
    const known = refusalOf(error);
    if (known.errcode === -1 && known !== error) console.error(error);
    noteCode(request, String(known.errcode));
    // code2Session answers text/plain, and so do its errors; the others answer JSON.
    const plain = request.url.startsWith('/sns/');
    const answer = known.body();
    keepRid(world, request, reply, known, answer);
    return reply
      .code(200)
      .type(plain ? 'text/plain' : 'application/json; charset=utf-8')
      .send(answer);
  });
  const known = new Set<string>();
  app.addHook('onRoute', ({ url }) => void known.add(url));
  loginRoutes(app, world);
  tokenRoutes(app, world);
  phoneNumberRoutes(app, world);
  codeRoutes(app, world);
  templateRoutes(app, world);
  subscribeRoutes(app, world);
  chatRoutes(app, world);
  mediaRoutes(app, world);
  textCheckRoutes(app, world);
  mediaCheckRoutes(app, world);
  sessionRoutes(app, world);
  userInfoRoutes(app, world);
  uploadRoutes(app, world);
  shippingQueryRoutes(app, world);
  shippingOtherRoutes(app, world);
  linkRoutes(app, world);
  quotaRoutes(app, world, known);
}

/** WeChat's own words for what went wrong. */
function refusalOf(error: unknown): WeixinError {
  if (error instanceof WeixinError) return error;
  const { code } = error as { code?: string };
  return new WeixinError(code === 'FST_ERR_CTP_BODY_TOO_LARGE' ? 45001 : -1);
}

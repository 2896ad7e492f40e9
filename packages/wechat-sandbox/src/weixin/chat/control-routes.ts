import type { FastifyInstance } from 'fastify';
import { ControlError } from '../../control/base.js';
import type { SandboxControl } from '../../control/control.js';
import { fieldsOf, optional, textIn } from '../../control/routes.js';
import { bodyOf, queryOf } from '../../http.js';

/** A picture of the largest size, in base64. */
const pictureLimit = 16 * 1024 * 1024;

/** /sandbox/chat and /sandbox/media; pictures are base64. */
export function chatControlRoutes(app: FastifyInstance, control: SandboxControl): void {
  app.get('/sandbox/chat', (request) => control.chat(optional(queryOf(request, 'customerId'))));
  app.post('/sandbox/chat/enter', (request) => {
    const body = fieldsOf(bodyOf(request));
    return control.enterChat(optional(body.customerId), optional(body.sessionFrom));
  });
  app.post('/sandbox/chat/text', (request) => {
    const body = fieldsOf(bodyOf(request));
    return control.chatText(optional(body.customerId), textIn(body, 'content'));
  });
  app.post('/sandbox/chat/image', { bodyLimit: pictureLimit }, (request) => {
    const body = fieldsOf(bodyOf(request));
    return control.chatImage(optional(body.customerId), Buffer.from(textIn(body, 'image'), 'base64'));
  });
  app.post('/sandbox/chat/card', { bodyLimit: pictureLimit }, (request) => {
    const body = fieldsOf(bodyOf(request));
    const thumb = optional(body.thumb);
    return control.chatCard(optional(body.customerId), {
      title: textIn(body, 'title'),
      pagePath: textIn(body, 'pagePath'),
      ...(thumb && { thumb: Buffer.from(thumb, 'base64') }),
    });
  });
  app.post<{ Params: { id: string } }>('/sandbox/chat/:id/open', (request) => control.openChatCard(request.params.id));
  app.get<{ Params: { mediaId: string } }>('/sandbox/media/:mediaId', async (request, reply) => {
    const found = await control.media(request.params.mediaId);
    if (!found) throw new ControlError(404, `There is no file ${request.params.mediaId}.`);
    return reply.type(found.mime).send(found.bytes);
  });
}

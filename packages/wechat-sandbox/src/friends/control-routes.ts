import type { FastifyInstance } from 'fastify';
import type { SandboxControl } from '../control/control.js';
import { fieldsOf, optional, textIn } from '../control/routes.js';
import { bodyOf, queryOf } from '../http.js';

/** /sandbox/friends: what customers send each other. */
export function friendsControlRoutes(app: FastifyInstance, control: SandboxControl): void {
  app.get('/sandbox/friends', (request) => control.friendMessages(optional(queryOf(request, 'customerId'))));
  app.post('/sandbox/friends/text', (request) => {
    const body = fieldsOf(bodyOf(request));
    return control.tellFriend(optional(body.customerId), textIn(body, 'friendId'), textIn(body, 'content'));
  });
  app.post('/sandbox/friends/card', (request) => {
    const body = fieldsOf(bodyOf(request));
    const imageUrl = optional(body.imageUrl);
    const card = { title: textIn(body, 'title'), path: textIn(body, 'path'), ...(imageUrl && { imageUrl }) };
    return control.shareCard(optional(body.customerId), textIn(body, 'friendId'), card);
  });
  app.post<{ Params: { id: string } }>('/sandbox/friends/:id/open', (request) =>
    control.openSharedCard(request.params.id, optional(fieldsOf(bodyOf(request)).customerId)),
  );
  app.post('/sandbox/friends/read', async (request) => {
    const body = fieldsOf(bodyOf(request));
    await control.readChat(optional(body.customerId), textIn(body, 'chat'));
    return {};
  });
}

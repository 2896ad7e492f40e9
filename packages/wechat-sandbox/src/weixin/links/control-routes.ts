import type { FastifyInstance } from 'fastify';
import { ControlError } from '../../control/base.js';
import type { SandboxControl } from '../../control/control.js';
import { fieldsOf, optional } from '../../control/routes.js';
import { bodyOf } from '../../http.js';

/** Links and limits over HTTP. */
export function linkControlRoutes(app: FastifyInstance, control: SandboxControl): void {
  app.get('/sandbox/links', () => control.links());
  app.post('/sandbox/links/open', (request) => {
    const { url, customerId } = fieldsOf(bodyOf(request));
    if (typeof url !== 'string') throw new ControlError(400, 'url is a text.');
    return control.openLink(url, optional(customerId));
  });
  app.get('/sandbox/quotas', () => control.quotas());
}

import type { FastifyInstance } from 'fastify';
import type { SandboxControl } from '../control/control.js';
import { fieldsOf, optional, textIn } from '../control/routes.js';
import { ControlError } from '../control/base.js';
import { bodyOf, queryOf } from '../http.js';
import type { Handset } from './types.js';

/** /sandbox/handset and /sandbox/places: what the phone remembers and where it is. */
export function handsetControlRoutes(app: FastifyInstance, control: SandboxControl): void {
  app.get('/sandbox/places', () => control.places());
  app.get('/sandbox/handset', (request) => control.handset(optional(queryOf(request, 'customerId'))));
  app.post('/sandbox/handset/privacy', async (request) => {
    const { customerId, answer } = fieldsOf(bodyOf(request));
    if (answer !== 'agree' && answer !== 'disagree' && answer !== null) throw new ControlError(400, 'answer is agree, disagree or null.');
    await control.answerPrivacy(optional(customerId), answer);
    return control.handset(optional(customerId));
  });
  app.post('/sandbox/handset/location', async (request) => {
    const body = fieldsOf(bodyOf(request));
    await control.permitLocation(optional(body.customerId), textIn(body, 'answer') as Handset['location']);
    return control.handset(optional(body.customerId));
  });
  app.post('/sandbox/handset/place', async (request) => {
    const body = fieldsOf(bodyOf(request));
    const { latitude, longitude } = body;
    await control.moveTo(optional(body.customerId), {
      name: textIn(body, 'name'),
      latitude: typeof latitude === 'number' ? latitude : Number.NaN,
      longitude: typeof longitude === 'number' ? longitude : Number.NaN,
    });
    return control.handset(optional(body.customerId));
  });
  app.post('/sandbox/locate', (request) => control.locate(optional(fieldsOf(bodyOf(request)).customerId)));
}

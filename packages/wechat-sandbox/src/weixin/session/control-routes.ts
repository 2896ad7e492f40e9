import type { FastifyInstance } from 'fastify';
import { ControlError } from '../../control/base.js';
import type { SandboxControl } from '../../control/control.js';
import { fieldsOf, optional } from '../../control/routes.js';
import { bodyOf } from '../../http.js';
import type { Verdict } from '../security/types.js';

/** Sessions, risks and judgements over HTTP. */
export function sessionControlRoutes(app: FastifyInstance, control: SandboxControl): void {
  app.post('/sandbox/verdicts', (request) => control.judgeContent(fieldsOf(bodyOf(request)) as unknown as Verdict));
  app.get('/sandbox/media-checks', () => control.mediaChecks());
  app.post('/sandbox/sessions/expire', async (request) => {
    await control.expireSession(optional(fieldsOf(bodyOf(request)).customerId));
    return {};
  });
  app.post('/sandbox/risk-ranks', async (request) => {
    const body = fieldsOf(bodyOf(request));
    await control.setRiskRank(optional(body.customerId), Number(body.rank));
    return {};
  });
  app.post('/sandbox/encrypted-data', (request) => {
    const { customerId, kind = 'phone' } = fieldsOf(bodyOf(request));
    if (kind !== 'phone' && kind !== 'profile') throw new ControlError(400, 'kind is phone or profile.');
    return control.encryptedData(optional(customerId), kind);
  });
  app.post('/sandbox/encrypt-keys', (request) => control.userEncryptKey(optional(fieldsOf(bodyOf(request)).customerId)));
}

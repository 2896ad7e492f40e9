import type { FastifyInstance } from 'fastify';
import { ControlError } from '../../control/base.js';
import type { SandboxControl } from '../../control/control.js';
import { fieldsOf, optional } from '../../control/routes.js';
import { bodyOf } from '../../http.js';

/** Goods and their money over HTTP. */
export function shippingControlRoutes(app: FastifyInstance, control: SandboxControl): void {
  app.get('/sandbox/funds', () => control.funds());
  app.get<{ Params: { number: string } }>('/sandbox/shipping/:number', async (request) => {
    const shipping = await control.shipping(request.params.number);
    if (!shipping) throw new ControlError(404, `There is no paid order ${request.params.number}.`);
    return shipping;
  });
  app.post<{ Params: { number: string } }>('/sandbox/shipping/:number/confirm', (request) => {
    const { customerId, outcome = 'confirm' } = fieldsOf(bodyOf(request));
    if (outcome !== 'confirm' && outcome !== 'cancel') throw new ControlError(400, 'outcome is confirm or cancel.');
    return control.confirmReceipt(optional(customerId), request.params.number, outcome);
  });
  app.post('/sandbox/combined-orders', (request) => {
    const { combineOutTradeNo, outTradeNos } = fieldsOf(bodyOf(request));
    if (typeof combineOutTradeNo !== 'string' || !Array.isArray(outTradeNos))
      throw new ControlError(400, 'Give combineOutTradeNo and outTradeNos.');
    return control.combineOrders(combineOutTradeNo, outTradeNos.map(String));
  });
}

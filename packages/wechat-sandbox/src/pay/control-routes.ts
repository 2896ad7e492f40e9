import type { FastifyInstance } from 'fastify';
import type { SandboxControl } from '../control/control.js';
import { fieldsOf, jsonOf, optional } from '../control/routes.js';
import { ControlError } from '../control/base.js';
import { bodyOf, queryOf } from '../http.js';
import type { PaySettings } from './settings.js';
import type { BillAlteration, BillKind } from './state.js';

/** The control API of WeChat Pay's side, below /sandbox. */
export function payControlRoutes(app: FastifyInstance, control: SandboxControl): void {
  app.get('/sandbox/pay-settings', () => control.paySettings());
  app.post('/sandbox/pay-settings', (request) => control.changePaySettings(jsonOf(bodyOf(request)) as Partial<PaySettings>));
  app.get('/sandbox/certificates', () => control.certificates());
  app.post('/sandbox/certificates/rotate', async () => ({ serial: await control.rotateCertificate() }));
  app.post<{ Params: { serial: string } }>('/sandbox/certificates/:serial/retire', async (request) => {
    await control.retireCertificate(request.params.serial);
    return {};
  });
  app.get<{ Params: { kind: string; date: string } }>('/sandbox/bills/:kind/:date', async (request, reply) => {
    const { kind, date } = request.params;
    const type = queryOf(request, 'type') || 'ALL';
    if (type !== 'ALL' && type !== 'SUCCESS' && type !== 'REFUND') throw new ControlError(400, 'type is ALL, SUCCESS or REFUND.');
    const bill = await control.bill(kind as BillKind, date, type);
    if (bill === null) throw new ControlError(404, `Nothing happened on ${date}.`);
    return reply.type('text/csv; charset=utf-8').send(bill);
  });
  app.post('/sandbox/bills/alter', async (request) => {
    await control.alterBill(fieldsOf(bodyOf(request)) as unknown as BillAlteration);
    return {};
  });
  app.post('/sandbox/bills/restore', async () => {
    await control.restoreBills();
    return {};
  });
  app.post<{ Params: { outRefundNo: string } }>('/sandbox/refunds/:outRefundNo/settle', async (request) => {
    const outcome = optional(fieldsOf(bodyOf(request)).outcome) as 'SUCCESS' | 'ABNORMAL' | 'CLOSED' | undefined;
    await control.settleRefund(request.params.outRefundNo, outcome);
    return {};
  });
  app.get('/sandbox/transfers', () => control.transfers());
  app.post('/sandbox/transfers/confirm', (request) => {
    const body = fieldsOf(bodyOf(request));
    const outcome = optional(body.outcome) as 'confirm' | 'cancel' | 'fail' | undefined;
    return control.confirmTransfer(optional(body.customerId), String(body.package ?? body.outBillNo ?? ''), outcome);
  });
  app.get('/sandbox/balance', () => control.balance());
  app.post('/sandbox/balance/top-up', (request) => control.topUp(Number(fieldsOf(bodyOf(request)).fen)));
  app.post('/sandbox/balance/withdraw', (request) => control.withdraw(Number(fieldsOf(bodyOf(request)).fen)));
}

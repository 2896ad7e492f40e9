import { Controller, Post, Req, Res } from '@nestjs/common';
import type { RawBodyRequest } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../platform/auth/callers.js';
import { Answers, Says } from '../../platform/http/answers.js';
import { type NotificationVerdict, PaymentsNotifications } from './payments-notifications.service.js';

/** WeChat's own messages and nothing else: it looks at the status, and at `{code, message}` when it is not 2xx. */
@Controller('wechat')
export class PaymentsController {
  constructor(private readonly notifications: PaymentsNotifications) {}

  @Post('pay/notify')
  @Public()
  @Says('WeChat Pay says that a payment came in')
  @Answers(null, 204)
  async paid(@Req() request: RawBodyRequest<FastifyRequest>, @Res() reply: FastifyReply): Promise<void> {
    await answer(reply, await this.notifications.take('transaction', request.headers, request.rawBody));
  }

  @Post('refund/notify')
  @Public()
  @Says('WeChat Pay says how a refund ended')
  @Answers(null, 204)
  async refunded(@Req() request: RawBodyRequest<FastifyRequest>, @Res() reply: FastifyReply): Promise<void> {
    await answer(reply, await this.notifications.take('refund', request.headers, request.rawBody));
  }
}

async function answer(reply: FastifyReply, verdict: NotificationVerdict): Promise<void> {
  if (verdict.status === 204) await reply.code(204).send();
  else await reply.code(verdict.status).send({ code: 'FAIL', message: verdict.message });
}

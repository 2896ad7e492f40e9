import { Controller, Get, HttpCode, Post, Query, type RawBodyRequest, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../auth/callers.js';
import { Answers, Says } from '../http/answers.js';
import { Push } from './push.js';

/** The one address that WeChat's console knows for messages and events. */
@Controller('wechat/push')
export class PushController {
  constructor(private readonly push: Push) {}

  @Get()
  @Public()
  @Says('WeChat’s console checks the address of message push')
  @Answers('text/plain')
  async verify(@Query() query: Record<string, unknown>, @Res() reply: FastifyReply): Promise<void> {
    await reply.type('text/plain').send(this.push.verify(query));
  }

  @Post()
  @HttpCode(200)
  @Public()
  @Says('WeChat pushes a message or an event')
  @Answers('text/plain', 200)
  async take(
    @Query() query: Record<string, unknown>,
    @Req() request: RawBodyRequest<FastifyRequest>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.push.take(query, request.rawBody ?? Buffer.alloc(0));
    await reply.type('text/plain').send('success');
  }
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import scalar from '@scalar/fastify-api-reference';
import type { FastifyInstance } from 'fastify';
import { OpenApi } from './openapi.js';

/** `/api/openapi.json` and the page that shows it, whose script comes from here and not from a CDN. */
@Injectable()
export class Docs implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly openApi: OpenApi,
  ) {}

  async onModuleInit(): Promise<void> {
    const fastify = this.host.httpAdapter.getInstance<FastifyInstance>();
    let text: string | undefined;
    fastify.get('/api/openapi.json', async (_, reply) => {
      text ??= JSON.stringify(this.openApi.document());
      return reply.header('access-control-allow-origin', '*').type('application/json').send(text);
    });
    await fastify.register(scalar, {
      routePrefix: '/api/docs',
      configuration: { url: '/api/openapi.json', title: 'Pailou API', hideClientButton: true, telemetry: false, withDefaultFonts: false },
    });
  }
}

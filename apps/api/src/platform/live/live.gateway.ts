import '@fastify/cookie';
import '@fastify/websocket';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { WebSocket } from 'ws';
import { AuthRegistry, type Caller, SESSION_COOKIE } from '../auth/callers.js';
import { Config } from '../config/config.js';
import { Live } from './live.js';
import { LiveTopics } from './live-topics.js';

/** A proxy drops a line that is silent for a minute. */
const pingMs = 25_000;
/** A client so far behind is cut off: it comes back and loads what it missed. */
const mostBufferedBytes = 1_000_000;
/** Close codes of our own: 4401 sign in first, 4403 not this topic. */
const unauthenticated = 4401;
const forbidden = 4403;

/**
 * `GET /api/v1/live?topics=order:<id>,…` as a WebSocket: customers by `?token=`, operators by their cookie.
 * Sends `{topic, data}`; `data` null means: something may have been missed, load again.
 */
@Injectable()
export class LiveGateway implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly auth: AuthRegistry,
    private readonly config: Config,
    private readonly live: Live,
    private readonly topics: LiveTopics,
  ) {}

  onModuleInit(): void {
    const fastify = this.host.httpAdapter.getInstance<FastifyInstance>();
    fastify.get('/api/v1/live', { websocket: true }, (socket, request) => void this.open(socket, request));
  }

  private async open(socket: WebSocket, request: FastifyRequest): Promise<void> {
    const { topics = '', token } = request.query as { topics?: string; token?: string };
    const wanted = topics.split(',').filter(Boolean).slice(0, 20);
    const caller = await this.callerOf(request, token).catch(() => undefined);
    if (!caller) return socket.close(unauthenticated, 'unauthenticated');
    for (const topic of wanted) if (!(await this.topics.may(caller, topic).catch(() => false))) return socket.close(forbidden, 'forbidden');
    if (wanted.length === 0) return socket.close(forbidden, 'no topics');

    const stops = wanted.map((topic) =>
      this.live.hear(topic, (message) => {
        if (socket.bufferedAmount > mostBufferedBytes) socket.terminate();
        else socket.send(JSON.stringify(message));
      }),
    );
    const ping = setInterval(() => socket.ping(), pingMs);
    socket.on('close', () => {
      clearInterval(ping);
      stops.forEach((stop) => stop());
    });
    socket.on('error', () => socket.terminate());
    socket.send(JSON.stringify({ topic: 'ready', data: null }));
  }

  private async callerOf(request: FastifyRequest, token: string | undefined): Promise<Caller | undefined> {
    if (token) return this.auth.customer(token);
    const session = request.cookies[SESSION_COOKIE];
    const { origin, host } = request.headers;
    // A foreign page could open a socket with the operator's cookie: browsers do not stop it, so we do.
    if (!session || (origin && new URL(origin).host !== host && !this.config.origins.includes(origin))) return undefined;
    return this.auth.operator(session);
  }
}

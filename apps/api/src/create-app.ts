import { randomUUID } from 'node:crypto';
import { globSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import cookie from '@fastify/cookie';
import cors from '@fastify/cors';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import websocket from '@fastify/websocket';
import { RequestMethod } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import { type Clock, SystemClock } from './kernel/time.js';
import type { Config } from './platform/config/config.js';
import { Database } from './platform/database/database.js';
import { migrate } from './platform/database/migrate.js';
import { migrateJobs } from './platform/jobs/jobs.js';
import { refuseBrokenBytes } from './platform/http/broken-bytes.js';
import { cutQuietLines } from './platform/http/quiet-lines.js';
import { answerProblem } from './platform/http/problem.filter.js';
import { createLog, logRequests, nestLog } from './platform/log/log.js';

const here = dirname(fileURLToPath(import.meta.url));

/** Every entity class of the modules: a new `x.entity.ts` needs no list. */
async function entities(): Promise<Function[]> {
  const files = globSync('modules/**/*.entity.{js,ts}', { cwd: here });
  const loaded = await Promise.all(files.map((file) => import(pathToFileURL(join(here, file)).href) as Promise<Record<string, unknown>>));
  return loaded.flatMap((module) => Object.values(module)).filter((value): value is Function => typeof value === 'function');
}

/** Migrates the database and builds the application; the caller listens and closes. */
export async function createApp(config: Config, clock: Clock = new SystemClock()): Promise<NestFastifyApplication> {
  await migrateJobs(config.databaseUrl);
  await migrate(config.databaseUrl);
  const database = await Database.open(config.databaseUrl, await entities());
  const adapter = new FastifyAdapter({
    bodyLimit: 256 * 1024,
    genReqId: () => randomUUID(),
    trustProxy: config.trustProxy,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    // An address that cannot be read is refused before there is a route.
    frameworkErrors: answerProblem,
    rewriteUrl: (request: IncomingMessage) => {
      // wx.request knows no PATCH, so the mini program sends it as a POST that names it.
      if (request.method === 'POST' && request.headers['x-http-method-override'] === 'PATCH') request.method = 'PATCH';
      return request.url ?? '/';
    },
  });
  const log = createLog(config.logLevel);
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with({ config, database, clock }), adapter, {
    logger: config.logLevel === 'silent' ? false : nestLog(log),
    rawBody: true,
    abortOnError: false,
  });
  const fastify = adapter.getInstance();
  // WeChat's message push may speak XML; its reader takes the raw bytes.
  app.useBodyParser('text/xml');
  // A body that cannot be read is refused before there is a controller. Nest would set this too late: the routes have taken Fastify's own by then.
  fastify.setErrorHandler(answerProblem);
  adapter.setErrorHandler = () => fastify;
  fastify.addHook('preHandler', refuseBrokenBytes);
  await app.register(cookie);
  await app.register(cors, { origin: config.origins, credentials: true, exposedHeaders: ['x-request-id'] });
  await app.register(multipart);
  await app.register(websocket, { options: { maxPayload: 1024 } });
  // Off unless a route asks for it by @RouteConfig; this machine itself (a developer, a health check) is not held back.
  await app.register(rateLimit, { global: false, allowList: ['127.0.0.1', '::1'] });
  fastify.addHook('onSend', async (request, reply) => {
    reply.header('x-request-id', request.id);
    reply.header('x-content-type-options', 'nosniff');
  });
  logRequests(fastify, log);
  cutQuietLines(fastify);
  const bare = ['health', 'ready', 'media/unchecked/:file', 'media/:folder/:file'].map((path) => ({ path, method: RequestMethod.ALL }));
  app.setGlobalPrefix('api/v1', { exclude: bare });
  // After the last answer the process ends by itself, with 0: a supervisor sees that nothing was cut off.
  app.enableShutdownHooks(['SIGTERM', 'SIGINT', 'SIGHUP'], { useProcessExit: true });
  await app.init();
  return app;
}

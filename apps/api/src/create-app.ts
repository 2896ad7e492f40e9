import { randomUUID } from 'node:crypto';
import { globSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import cookie from '@fastify/cookie';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import { type Clock, SystemClock } from './kernel/time.js';
import type { Config } from './platform/config/config.js';
import { Database } from './platform/database/database.js';
import { migrate } from './platform/database/migrate.js';
import { migrateJobs } from './platform/jobs/jobs.js';

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
    trustProxy: true,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with({ config, database, clock }), adapter, {
    logger: config.logLevel === 'silent' ? false : ['error', 'warn', ...(config.logLevel === 'debug' ? (['debug'] as const) : [])],
    rawBody: true,
    abortOnError: false,
  });
  await app.register(cookie);
  app.getHttpAdapter().getInstance().addHook('onSend', async (request, reply) => {
    reply.header('x-request-id', request.id);
    reply.header('x-content-type-options', 'nosniff');
  });
  app.enableShutdownHooks();
  await app.init();
  return app;
}

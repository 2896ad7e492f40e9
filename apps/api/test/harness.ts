import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { inject } from 'vitest';
import { createApp } from '../src/create-app.js';
import type { Clock } from '../src/kernel/time.js';
import { loadConfig } from '../src/platform/config/config.js';
import { Database } from '../src/platform/database/database.js';

export interface TestApp {
  app: NestFastifyApplication;
  url: string;
  db: Database;
  /** One HTTP request over a real socket; the body is sent as JSON unless it is text or bytes. */
  request(method: string, path: string, options?: RequestOptions): Promise<TestAnswer>;
  close(): Promise<void>;
}
export interface RequestOptions {
  body?: unknown;
  headers?: Record<string, string>;
  /** A customer's token or an operator's cookie. */
  as?: { token?: string; cookie?: string };
}
export interface TestAnswer {
  status: number;
  headers: Headers;
  // Tests read answers of every shape; each asserts what it reads.
  body: any;
}

/** The status of an answer and, where it is a problem, its code. */
export async function code(answer: Promise<TestAnswer>): Promise<[number, string | undefined]> {
  const { status, body } = await answer;
  return [status, body?.code];
}

/** A new, empty database in the cluster of this run. */
export async function createDatabase(): Promise<{ databaseUrl: string; drop: () => Promise<void> }> {
  const server = new URL(inject('postgresUrl'));
  const name = `test_${randomBytes(6).toString('hex')}`;
  const admin = new pg.Client({ connectionString: server.href });
  await admin.connect();
  await admin.query(`create database ${name}`);
  return {
    databaseUrl: Object.assign(new URL(server.href), { pathname: `/${name}` }).href,
    drop: async () => {
      await admin.query(`drop database if exists ${name} with (force)`);
      await admin.end();
    },
  };
}

/** Asks the API at this address. */
export const requestTo =
  (url: string): TestApp['request'] =>
  async (method, path, { body, headers = {}, as = {} } = {}) => {
    const raw = typeof body === 'string' || body instanceof Uint8Array || body instanceof FormData;
    const answer = await fetch(`${url}${path}`, {
      method,
      headers: {
        ...(body === undefined || raw ? {} : { 'content-type': 'application/json' }),
        ...(as.token ? { authorization: `Bearer ${as.token}` } : {}),
        ...(as.cookie ? { cookie: as.cookie } : {}),
        ...headers,
      },
      body: body === undefined ? undefined : raw ? (body as string | FormData | Uint8Array<ArrayBuffer>) : JSON.stringify(body),
    });
    const text = await answer.text();
    const json = /json/.test(answer.headers.get('content-type') ?? '') && text !== '';
    return { status: answer.status, headers: answer.headers, body: json ? JSON.parse(text) : text };
  };

/** The whole API on a database of its own, over real HTTP. */
export async function createTestApp(env: Record<string, string> = {}, clock?: Clock): Promise<TestApp> {
  const { databaseUrl, drop } = await createDatabase();
  const media = mkdtempSync(join(tmpdir(), 'pailou-media-'));
  const config = loadConfig({
    DATABASE_URL: databaseUrl,
    PORT: '0',
    TOKEN_SECRET: randomBytes(32).toString('hex'),
    STORAGE_DIR: media,
    LOG_LEVEL: 'silent',
    ...env,
  });
  const app = await createApp(config, clock);
  await app.listen(config.port, '127.0.0.1');
  const url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
  return {
    app,
    url,
    db: app.get(Database),
    request: requestTo(url),
    close: async () => {
      await app.close();
      await drop();
      rmSync(media, { recursive: true, force: true });
    },
  };
}

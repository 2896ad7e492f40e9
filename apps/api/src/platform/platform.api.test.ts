import { Controller, Get, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../test/harness.js';
import { Public } from './auth/callers.js';
import { DeclaredCallers } from './auth/declared-callers.js';
import { loadConfig } from './config/config.js';
import { migrate } from './database/migrate.js';
import { Jobs } from './jobs/jobs.js';

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp();
});
afterAll(() => test.close());

describe('http', () => {
  it('is alive and ready, and names each request', async () => {
    for (const path of ['/health', '/ready']) {
      const answer = await test.request('GET', path);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    }
  });
  it('answers an unknown path as problem+json in the language of the caller', async () => {
    const zh = await test.request('GET', '/api/v1/nothing');
    expect(zh.status).toBe(404);
    expect(zh.headers.get('content-type')).toContain('application/problem+json');
    expect(zh.body).toMatchObject({ code: 'common.not_found', title: '没有找到', status: 404 });
    const en = await test.request('GET', '/api/v1/nothing', { headers: { 'accept-language': 'en-GB,en' } });
    expect(en.body.title).toBe('Not found');
  });
  it('refuses broken JSON and huge bodies with a 4xx', async () => {
    const headers = { 'content-type': 'application/json' };
    expect((await test.request('POST', '/health', { headers, body: '{"a":' })).status).toBe(400);
    expect((await test.request('POST', '/health', { headers, body: JSON.stringify('x'.repeat(400_000)) })).status).toBe(413);
  });
});

describe('routes', () => {
  @Controller('silent')
  class Silent {
    @Get('told')
    @Public()
    told() {}
    @Get('untold')
    untold() {}
  }
  @Module({ imports: [DiscoveryModule], controllers: [Silent], providers: [DeclaredCallers] })
  class SilentModule {}

  it('that declare no caller stop the start, by name', async () => {
    const app = (await Test.createTestingModule({ imports: [SilentModule] }).compile()).createNestApplication(new FastifyAdapter(), {
      logger: false,
    });
    await expect(app.init()).rejects.toThrow(/Silent\.untold$/);
  });
});

describe('database', () => {
  it('re-runs the whole transaction after a real deadlock', async () => {
    await test.db.pool.query('create table locked (id int primary key, n int not null); insert into locked values (1, 0), (2, 0)');
    let runs = 0;
    let met = 0;
    let bothHold: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (bothHold = resolve));
    const work = (first: number, second: number) =>
      test.db.transaction(async (tx) => {
        runs += 1;
        await tx.query('update locked set n = n + 1 where id = $1', [first]);
        met += 1;
        if (met === 2) bothHold();
        await gate;
        await tx.query('update locked set n = n + 1 where id = $1', [second]);
      });
    await Promise.all([work(1, 2), work(2, 1)]);
    expect(runs).toBeGreaterThan(2);
    expect((await test.db.pool.query('select n from locked order by id')).rows).toEqual([{ n: 2 }, { n: 2 }]);
  });
  it('runs no migration twice, and lets several processes start at once', async () => {
    const url = (test.db.dataSource.options as { url: string }).url;
    expect((await Promise.all([migrate(url), migrate(url), migrate(url)])).flat()).toEqual([]);
  });
});

describe('jobs', () => {
  it('exist only when the transaction that added them was committed', async () => {
    const jobs = test.app.get(Jobs);
    const runAt = new Date(Date.now() + 3_600_000);
    await expect(
      test.db.transaction(async (tx) => {
        await jobs.add(tx, 'deliver-event', {}, { jobKey: 'rolled-back', runAt });
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    await test.db.transaction((tx) => jobs.add(tx, 'deliver-event', {}, { jobKey: 'kept', runAt }));
    const keys = await test.db.pool.query<{ key: string }>(`select key from graphile_worker.jobs where key is not null`);
    expect(keys.rows.map((row) => row.key)).toEqual(['kept']);
  });
});

describe('configuration', () => {
  it('refuses to start without its secrets, and names them without showing a value', () => {
    const start = () => loadConfig({ DATABASE_URL: 'mysql://secret-host', TOKEN_SECRET: 'short-secret' });
    expect(start).toThrow(/DATABASE_URL: set it to[\s\S]*TOKEN_SECRET: set it to/);
    expect(start).not.toThrow(/secret-host|short-secret/);
  });
});

describe('shutdown', () => {
  it('leaves no connection behind', async () => {
    const other = await createTestApp();
    const url = (other.db.dataSource.options as { url: string }).url;
    await other.app.close();
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    // PostgreSQL's side of a closed connection goes a moment after ours.
    const others = async () =>
      (
        await client.query<{ n: number }>(
          `select count(*)::int as n from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
        )
      ).rows[0]!.n;
    await expect.poll(others, { timeout: 5000 }).toBe(0);
    await client.end();
  });
});

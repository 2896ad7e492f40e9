import { afterEach, expect, it } from 'vitest';
import { startProgram } from '../../test/program.js';

let started: Awaited<ReturnType<typeof startProgram>>;
afterEach(() => started?.host.close());
const ok = { errcode: 0, errmsg: 'ok' };

it('says what is left of the day, and what became of a call, without showing the token', async () => {
  started = await startProgram({
    '/cgi-bin/openapi/quota/get': { ...ok, quota: { daily_limit: 1000, used: 40, remain: 960 } },
    '/cgi-bin/openapi/rid/get': {
      ...ok,
      request: {
        invoke_time: 1_763_700_000,
        cost_in_ms: 30,
        request_url: 'access_token=t1',
        request_body: '{}',
        response_body: '{"errcode":47003}',
        client_ip: '1.2.3.4',
      },
    },
  });
  const { quotas } = started.program;
  expect(await quotas.of('/cgi-bin/message/subscribe/send')).toEqual({ ok: true, value: { daily: 1000, used: 40, left: 960 } });
  expect(await quotas.explain('6a-7b-8c')).toEqual({
    ok: true,
    value: { at: new Date(1_763_700_000_000), took: 30, clientIp: '1.2.3.4', requestBody: '{}', answer: '{"errcode":47003}' },
  });
  expect(await quotas.clear()).toEqual({ ok: true, value: undefined });
  expect([
    started.posted('/cgi-bin/openapi/quota/get'),
    started.posted('/cgi-bin/openapi/rid/get'),
    started.posted('/cgi-bin/clear_quota'),
  ]).toEqual([[{ cgi_path: '/cgi-bin/message/subscribe/send' }], [{ rid: '6a-7b-8c' }], [{ appid: 'wx1' }]]);
});
it('does not guess a quota that is not told', async () => {
  started = await startProgram({});
  expect(await started.program.quotas.of('/x')).toMatchObject({ ok: false, error: { code: 'UNREADABLE' } });
});

import { describe, expect, it } from 'vitest';
import { nextTry, verdictOf } from '../index.js';

const refused = (code: string, more: { api?: string; status?: number } = {}) => verdictOf({ kind: 'refused', code, ...more });

describe('what is done about an error', () => {
  it.each(['40001', '40014', '42001'])('%s drops the token; refused with a new one too, it is for a person', (code) =>
    expect(refused(code)).toEqual({ cause: 'token', waits: [], dropsToken: true, alarm: true }),
  );
  it('a busy WeChat is asked again, thrice', () =>
    expect(refused('-1')).toMatchObject({ cause: 'busy', waits: [0.2, 1, 3], dropsToken: false, alarm: false }));
  it.each(['40029', '40163', '43101', '45015', '45047', '61010', '87009'])('%s is the customer’s: no alarm, never again', (code) =>
    expect(refused(code)).toEqual({ cause: 'customer', waits: [], dropsToken: false, alarm: false }),
  );
  it.each(['40125', '40164', '40243', '43107', '48001', '47003', '41030', '47001'])('%s is for a person', (code) =>
    expect(refused(code)).toMatchObject({ waits: [], alarm: true }),
  );
  it.each(['10060002', '10060023'])('%s was done before', (code) =>
    expect(refused(code)).toMatchObject({ cause: 'already', alarm: false }),
  );
  it('a payment that shipping does not know yet is told after 1, 5, 15 and 60 minutes', () =>
    expect(refused('10060001').waits).toEqual([60, 300, 900, 3600]));
  it('the day’s quota is over until 0:00 in China, that of codes for a minute', () => {
    expect(refused('45009')).toMatchObject({ waits: ['tomorrow'], alarm: true });
    expect(refused('45009', { api: 'POST /wxa/getwxacodeunlimit' })).toMatchObject({ waits: [60, 120], alarm: false });
  });
  it.each([
    ['SYSTEM_ERROR', 500, 'unknown', true],
    ['NOT_ENOUGH', 403, 'limit', true],
    ['FREQUENCY_LIMITED', 429, 'limit', true],
    ['STATEMENT_CREATING', 400, 'busy', true],
    ['OPENID_MISMATCH', 500, 'bug', false],
    ['PARAM_ERROR', 400, 'bug', false],
    ['ORDER_NOT_EXIST', 404, 'state', false],
    ['SOMETHING_NEW', 500, 'unknown', true],
    ['SOMETHING_NEW', 429, 'limit', true],
    ['SOMETHING_NEW', 403, 'bug', false],
  ])('%s with HTTP %s', (code, status, cause, again) => {
    const { waits, ...rest } = refused(code, { status });
    expect([rest.cause, waits.length > 0]).toEqual([cause, again]);
  });
  it('an errcode that nobody wrote down is not tried again', () =>
    expect(refused('123456', { status: 200 })).toMatchObject({ waits: [], alarm: true }));
  it('what an object inherits is no code', () =>
    expect(refused('constructor', { status: 400 })).toMatchObject({ cause: 'bug', waits: [] }));
  it('a broken line leaves the outcome open; what cannot be trusted is for a person', () => {
    expect(verdictOf({ kind: 'network', code: 'TIMEOUT' })).toMatchObject({ cause: 'unknown', alarm: false });
    expect(verdictOf({ kind: 'http', code: 'HTTP_502', status: 502 })).toMatchObject({ cause: 'unknown' });
    expect(verdictOf({ kind: 'http', code: 'HTTP_404', status: 404 })).toMatchObject({ cause: 'bug', alarm: true });
    expect(verdictOf({ kind: 'invalid', code: 'BAD_SIGNATURE' })).toMatchObject({ cause: 'untrusted', waits: [], alarm: true });
  });
  it('a probe, and a file that came damaged, are asked for again without an alarm', () => {
    expect(verdictOf({ kind: 'invalid', code: 'PROBE' })).toMatchObject({ cause: 'unknown', alarm: false });
    expect(verdictOf({ kind: 'invalid', code: 'BAD_HASH' })).toMatchObject({ cause: 'busy', alarm: false });
    expect(verdictOf({ kind: 'refused', code: 'UNFIT' })).toMatchObject({ cause: 'bug', waits: [], alarm: true });
  });
});

describe('the next try', () => {
  const at = (code: string, tries: number, now: string, jitter = 0) =>
    nextTry({ kind: 'refused', code }, tries, new Date(now), jitter)?.toISOString() ?? null;
  it('comes after the waits of the table, and then no more', () =>
    expect([1, 2, 3, 4, 5].map((tries) => at('10060001', tries, '2026-11-21T00:00:00Z'))).toEqual([
      '2026-11-21T00:01:00.000Z',
      '2026-11-21T00:05:00.000Z',
      '2026-11-21T00:15:00.000Z',
      '2026-11-21T01:00:00.000Z',
      null,
    ]));
  it('comes a little later for some, so that they do not come back together', () =>
    expect(at('45011', 1, '2026-11-21T00:00:00Z', 1)).toBe('2026-11-21T00:01:15.000Z'));
  it('of what is used up for today comes after 0:00 in China', () => {
    expect(at('45009', 1, '2026-11-21T15:59:59Z')).toBe('2026-11-21T16:01:00.000Z');
    expect(at('45009', 1, '2026-11-21T16:00:01Z')).toBe('2026-11-22T16:01:00.000Z');
    expect(at('45009', 2, '2026-11-21T16:00:01Z')).toBeNull();
  });
  it('never comes for a customer’s or a bug', () =>
    expect([at('43101', 1, '2026-11-21'), at('47003', 1, '2026-11-21')]).toEqual([null, null]));
  it.each([
    ['89506', '2026-11-22T00:00:00.000Z'],
    ['89507', '2026-11-21T01:00:00.000Z'],
  ])('is not before WeChat hears an address again that %s refused', (code, next) => expect(at(code, 1, '2026-11-21T00:00:00Z')).toBe(next));
});

import { describe, expect, it } from 'vitest';
import { verdictOf } from '../index.js';

const refused = (code: string, more: { api?: string; status?: number } = {}) => verdictOf({ kind: 'refused', code, ...more });

describe('what is done about an error', () => {
  it.each(['40001', '40014', '42001'])('%s drops the token and is not tried with it again', (code) =>
    expect(refused(code)).toEqual({ cause: 'token', waits: [], dropsToken: true, alarm: false }),
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
});

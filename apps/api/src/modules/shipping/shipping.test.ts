import { expect, it } from 'vitest';
import { shippingVerdict } from './shipping-verdict.js';

const now = new Date('2026-11-21T04:00:00Z');
const error = (code: string, more: object = {}) => ({ api: 'x', kind: 'refused' as const, code, message: '', retryable: false, ...more });

it('waits for a payment that WeChat does not know yet at 1, 5, 15 and 60 minutes, then a person looks', () => {
  expect([1, 2, 3, 4, 5].map((tries) => shippingVerdict(error('10060001'), tries, now))).toEqual(
    [1, 5, 15, 60].map((minutes) => ({ kind: 'again', minutes })).concat([{ kind: 'failed' } as never]),
  );
});
it('takes "told before" for told', () => {
  expect([null, error('10060002'), error('10060023')].map((one) => shippingVerdict(one, 1, now).kind)).toEqual([
    'reported',
    'reported',
    'reported',
  ]);
});
it('tries faults of line and system again, and nothing that is wrong by itself', () => {
  expect(
    [error('TIMEOUT', { kind: 'network' }), error('-1', { retryable: true }), error('10060012'), error('45009', { retryable: true })].map(
      (one) => shippingVerdict(one, 1, now).kind,
    ),
  ).toEqual(['again', 'again', 'again', 'again']);
  expect(['10060003', '10060004', '10060014', '10060031', '48001'].map((code) => shippingVerdict(error(code), 1, now).kind)).toEqual(
    Array(5).fill('failed'),
  );
  expect(shippingVerdict(error('TIMEOUT', { kind: 'network' }), 10, now)).toEqual({ kind: 'failed' });
});
it('does not ask again before WeChat would hear it: a used-up day ends at 0:00 in China, a minute with itself', () => {
  expect(shippingVerdict(error('45009'), 1, now)).toEqual({ kind: 'again', minutes: 12 * 60 + 1 });
  expect(shippingVerdict(error('45011'), 1, now)).toEqual({ kind: 'again', minutes: 1 });
  expect(shippingVerdict(error('-1'), 9, now)).toEqual({ kind: 'again', minutes: 720 });
  expect(shippingVerdict(error('BAD_SIGNATURE', { kind: 'invalid' }), 1, now)).toEqual({ kind: 'again', minutes: 1 });
});

import { expect, it } from 'vitest';
import { shippingVerdict } from './shipping-verdict.js';

const error = (code: string, more: object = {}) => ({ api: 'x', kind: 'refused' as const, code, message: '', retryable: false, ...more });

it('waits for a payment that WeChat does not know yet at 1, 5, 15 and 60 minutes, then a person looks', () => {
  expect([1, 2, 3, 4, 5].map((tries) => shippingVerdict(error('10060001'), tries))).toEqual(
    [1, 5, 15, 60].map((minutes) => ({ kind: 'again', minutes })).concat([{ kind: 'failed' } as never]),
  );
});
it('takes "told before" for told', () => {
  expect([null, error('10060002'), error('10060023')].map((one) => shippingVerdict(one, 1).kind)).toEqual([
    'reported',
    'reported',
    'reported',
  ]);
});
it('tries faults of line and system again, and nothing that is wrong by itself', () => {
  expect(
    [error('TIMEOUT', { kind: 'network' }), error('-1', { retryable: true }), error('10060012'), error('45009', { retryable: true })].map(
      (one) => shippingVerdict(one, 1).kind,
    ),
  ).toEqual(['again', 'again', 'again', 'again']);
  expect(['10060003', '10060004', '10060014', '10060031', '48001'].map((code) => shippingVerdict(error(code), 1).kind)).toEqual(
    Array(5).fill('failed'),
  );
  expect(shippingVerdict(error('TIMEOUT', { kind: 'network' }), 10)).toEqual({ kind: 'failed' });
});

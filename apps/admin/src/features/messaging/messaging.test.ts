import { expect, it } from 'vitest';
import { looks, statuses, whyOf } from './states';

it('says why a message was not sent, and shows WeChat’s code where there is no better word', () => {
  expect(whyOf({ status: 'skipped', reason: 'no_grant' })).toContain('同意');
  expect(whyOf({ status: 'failed', reason: '47003' })).toContain('47003');
  expect(whyOf({ status: 'unknown', reason: 'TIMEOUT' })).not.toContain('TIMEOUT');
  expect(whyOf({ status: 'sent', reason: null })).toBe('');
});
it('shows each state by its own colour and shape', () => {
  expect(new Set(statuses.map((one) => `${looks[one].tone} ${looks[one].shape}`)).size).toBe(statuses.length);
});

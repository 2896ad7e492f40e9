import { describe, expect, it } from 'vitest';
import type { ModerationStatus } from '@pailou/contracts';
import type { WechatError } from '../../platform/wechat/wechat.js';
import { outcomeOfError, outcomeOfVerdict } from './moderation-outcome.js';
import { moderationStates, type ModerationEvent } from './moderation.state.js';

const error = (code: string, kind: WechatError['kind'] = 'refused'): WechatError => ({
  api: 'POST /wxa/msg_sec_check',
  kind,
  code,
  message: '',
  retryable: false,
});

describe('what WeChat says', () => {
  it('passes, refuses or doubts; what it could not judge is for a person', () => {
    expect(outcomeOfVerdict({ suggest: 'pass' }, null)).toEqual({ event: 'pass' });
    expect(outcomeOfVerdict({ suggest: 'risky' }, null)).toEqual({ event: 'refuse' });
    expect(outcomeOfVerdict({ suggest: 'review' }, null)).toEqual({ event: 'doubt', doubt: 'review' });
    expect(outcomeOfVerdict({ suggest: 'pass' }, '-1008')).toEqual({ event: 'doubt', doubt: 'unreadable' });
  });
  it('or nothing: asked again, less and less often and for ever, while it is WeChat’s or ours to mend', () => {
    const waits = Array.from({ length: 8 }, (_, tries) => outcomeOfError(error('-1'), tries + 1));
    expect(waits.map((one) => (one.event === 'again' ? one.seconds : one.event))).toEqual([2, 10, 60, 300, 900, 3600, 3600, 3600]);
    const passing = [
      error('45009'),
      error('44991'),
      error('40001'),
      error('48001'),
      error('40164'),
      error('TIMEOUT', 'network'),
      error('BAD', 'invalid'),
    ];
    expect(passing.map((one) => outcomeOfError(one, 1).event)).toEqual(passing.map(() => 'again'));
  });
  it('and what stays wrong is for a person', () => {
    expect(outcomeOfError(error('61010'), 1)).toEqual({ event: 'doubt', doubt: 'inactive' });
    for (const code of ['40003', '43104', '40129', '47001', '99999'])
      expect(outcomeOfError(error(code), 1), code).toEqual({ event: 'doubt', doubt: 'failed' });
  });
});

describe('the states of a check', () => {
  const states: ModerationStatus[] = ['waiting', 'in_doubt', 'passed', 'refused', 'replaced'];
  const table: Record<ModerationEvent, (ModerationStatus | undefined)[]> = {
    pass: ['passed', 'passed', undefined, undefined, undefined],
    doubt: ['in_doubt', undefined, undefined, undefined, undefined],
    refuse: ['refused', 'refused', undefined, undefined, undefined],
    approve: [undefined, 'passed', undefined, 'passed', undefined],
    reject: [undefined, 'refused', 'refused', undefined, undefined],
    replace: ['replaced', 'replaced', undefined, undefined, undefined],
  };
  it.each(Object.entries(table))('%s', (event, to) => {
    expect(states.map((from) => moderationStates.next(from, event as ModerationEvent))).toEqual(to);
  });
});

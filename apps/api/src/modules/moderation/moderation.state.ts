import type { ModerationStatus } from '@pailou/contracts';
import { defineStates } from '../../kernel/state-machine.js';

export type ModerationEvent = 'pass' | 'doubt' | 'refuse' | 'approve' | 'reject' | 'replace';

/** What may happen to a check when. WeChat passes, doubts and refuses, also late; an operator approves and rejects; undoing puts back what was. */
export const moderationStates = defineStates<ModerationStatus, ModerationEvent>({
  pass: { from: ['waiting', 'in_doubt'], to: 'passed' },
  doubt: { from: ['waiting'], to: 'in_doubt' },
  refuse: { from: ['waiting', 'in_doubt'], to: 'refused' },
  approve: { from: ['in_doubt', 'refused'], to: 'passed' },
  reject: { from: ['in_doubt', 'passed'], to: 'refused' },
  /** Its author wrote something newer. */
  replace: { from: ['waiting', 'in_doubt'], to: 'replaced' },
});

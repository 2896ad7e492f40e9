import type { ModerationDoubt } from '@pailou/contracts';
import { type Verdict, verdictOf, type WechatError } from '../../platform/wechat/wechat.js';

/** What an answer of WeChat means for a check: decided, for a person to decide, or to be asked again after so many seconds. */
export type ModerationOutcome =
  | { event: 'pass' }
  | { event: 'refuse' }
  | { event: 'doubt'; doubt: ModerationDoubt }
  | { event: 'again'; seconds: number };

/** Seconds until the next try; the last one goes on for ever: what was not judged does not show. */
const againAfter = [2, 10, 60, 300, 900, 3600];
/** The author has not used the mini program within two hours: WeChat takes no question about them. */
const inactive = '61010';
/** Ours to mend, or WeChat's to come back: the question stays a good one. */
const passing: readonly string[] = ['busy', 'limit', 'token', 'unknown', 'untrusted', 'settings'];

/** What WeChat's verdict means. @param code WeChat's own where it could not judge, such as -1008: the picture was not fetched */
export function outcomeOfVerdict({ suggest }: Pick<Verdict, 'suggest'>, code: string | null): ModerationOutcome {
  if (code !== null) return { event: 'doubt', doubt: 'unreadable' };
  if (suggest === 'review') return { event: 'doubt', doubt: 'review' };
  return { event: suggest === 'pass' ? 'pass' : 'refuse' };
}

/** What it means that WeChat did not take the question, at the try of this number (from 1). Sources: 文本内容安全识别, 音视频内容安全识别, 错误码. */
export function outcomeOfError(error: WechatError, tries: number): ModerationOutcome {
  if (error.code === inactive) return { event: 'doubt', doubt: 'inactive' };
  if (passing.includes(verdictOf(error).cause))
    return { event: 'again', seconds: againAfter[Math.min(tries, againAfter.length) - 1] ?? 3600 };
  return { event: 'doubt', doubt: 'failed' };
}

import type { Api } from '../http/api.js';
import { numberOf, objectsOf, textOf } from '../fields.js';
import type { PushMessage } from '../push/message-push.js';
import { done, type WechatResult } from '../result.js';

/** Where the words stand: 1 资料, 2 评论, 3 论坛, 4 社交日志. */
export const scenes = { profile: 1, comment: 2, forum: 3, social: 4 } as const;
export type Scene = keyof typeof scenes;

export interface Verdict {
  suggest: 'pass' | 'review' | 'risky';
  /** 100 normal, 10001 advertisement, 20001 politics, 20002 pornography, 20003 abuse, 20006 crime, 20008 fraud, 20012 vulgar, 20013 copyright, 21000 other. */
  label: number;
  traceId: string;
  /** The words that were found, where WeChat names them: for the person who looks at it. */
  words: string[];
}

export interface RiskQuestion {
  openid: string;
  /** 0 注册, 1 营销作弊, 2 其他. */
  scene: keyof typeof riskScenes;
  clientIp: string;
  phoneNumber?: string;
  email?: string;
  note?: string;
  /** Asks without being counted. */
  test?: boolean;
}

/** The longest text that one call takes, characters. */
const longestText = 2500;
/** Shared by neighbouring pieces of a longer text, so that no word is cut out of sight. */
const overlap = 100;
const riskScenes = { register: 0, marketing: 1, other: 2 } as const;
const worst = { pass: 0, review: 1, risky: 2 } as const;

/** Content security (内容安全). The openid must have used the mini program within two hours (61010). Fail closed: what was not judged does not show. */
export class Security {
  constructor(private readonly api: Api) {}

  /**
   * Judges a text; a longer one (2,500 characters) piece by piece, and the worst counts, with the words of all.
   * @param nickname of who wrote it
   * @param more the text's title; `signature` is the person's own, for the scene `profile` alone
   * Limits, as commonly quoted: 4,000 a minute, 2,000,000 a day. Errors: 61010 the customer was not here for two hours, 44991
   * and 45009 too often (the text stays hidden), 40003 openid, 40129 scene, 43104 not this account's openid.
   * Source: 文本内容安全识别, POST /wxa/msg_sec_check, version 2.
   */
  async checkText(
    openid: string,
    content: string,
    scene: Scene,
    nickname?: string,
    { title, signature }: { title?: string; signature?: string } = {},
  ): Promise<WechatResult<Verdict>> {
    const points = [...content];
    const about = {
      ...(nickname ? { nickname } : {}),
      ...(title ? { title } : {}),
      ...(signature && scene === 'profile' ? { signature } : {}),
    };
    let verdict: Verdict = { suggest: 'pass', label: 100, traceId: '', words: [] };
    for (let start = 0; start === 0 || start < points.length; start += longestText - overlap) {
      const piece = points.slice(start, start + longestText).join('');
      const answer = await this.api.json({
        method: 'POST',
        path: '/wxa/msg_sec_check',
        body: { openid, content: piece, version: 2, scene: scenes[scene], ...about },
      });
      if (!answer.ok) return answer;
      const one = verdictOf(answer.value);
      if (!one) return this.api.unreadable('POST /wxa/msg_sec_check');
      const words = [...new Set([...verdict.words, ...one.words])];
      verdict = { ...(start === 0 || worst[one.suggest] > worst[verdict.suggest] ? one : verdict), words };
      if (start + longestText >= points.length) break;
    }
    return done(verdict);
  }

  /**
   * Asks for a picture (or a sound) to be judged; the verdict comes as the event `wxa_media_check` with this trace id.
   * WeChat fetches the address itself, so it must be reachable from the internet. Wait 30 minutes, then let a person look.
   * Limits, as commonly quoted: 10 MB, 2,000 a minute, 200,000 a day. Errors: 61010 the customer was not here for two hours,
   * 40003 openid, 40004 kind, 40129 scene, 43104 not this account's openid, 44991 and 45009 too often (it stays hidden).
   * Source: 音视频内容安全识别, POST /wxa/media_check_async, version 2.
   */
  async checkMedia(
    openid: string,
    url: string,
    scene: Scene,
    kind: 'image' | 'audio' = 'image',
  ): Promise<WechatResult<{ traceId: string }>> {
    const body = { openid, media_url: url, media_type: kind === 'image' ? 2 : 1, version: 2, scene: scenes[scene] };
    const trace = await this.api.text({ method: 'POST', path: '/wxa/media_check_async', body }, 'trace_id');
    return trace.ok ? done({ traceId: trace.value }) : trace;
  }

  /**
   * How risky somebody is, 0 (not at all) to 4: before a gift is given or an account made. The openid must have been here
   * lately (61010). Errors: 48001 the account may not ask, 43104 not this account's openid.
   * Source: 获取用户安全等级, POST /wxa/getuserriskrank.
   */
  async riskRank({ openid, scene, clientIp, phoneNumber, email, note, test }: RiskQuestion): Promise<WechatResult<number>> {
    const body = {
      appid: this.api.options.appid,
      openid,
      scene: riskScenes[scene],
      client_ip: clientIp,
      ...(phoneNumber ? { mobile_no: phoneNumber } : {}),
      ...(email ? { email_address: email } : {}),
      ...(note ? { extended_info: note } : {}),
      ...(test ? { is_test: true } : {}),
    };
    const answer = await this.api.json({ method: 'POST', path: '/wxa/getuserriskrank', body });
    if (!answer.ok) return answer;
    const rank = numberOf(answer.value.risk_rank);
    return Number.isInteger(rank) && rank >= 0 && rank <= 4 ? done(rank) : this.api.unreadable('POST /wxa/getuserriskrank');
  }
}

/** The verdict that `wxa_media_check` brings; null for another message. What could not be judged (-1008: not fetched) is for a person to see. */
export function mediaVerdict({ event, fields }: PushMessage): Verdict | null {
  if (event !== 'wxa_media_check' || textOf(fields.trace_id) === '') return null;
  const judged = numberOf(fields.errcode ?? 0) === 0 ? verdictOf(fields) : null;
  return judged ?? { suggest: 'review', label: 100, traceId: textOf(fields.trace_id), words: [] };
}

function verdictOf(body: Readonly<Record<string, unknown>>): Verdict | null {
  const result = body.result as { suggest?: unknown; label?: unknown } | undefined;
  const suggest = result?.suggest;
  if (suggest !== 'pass' && suggest !== 'review' && suggest !== 'risky') return null;
  // A part whose own errcode is not 0 was not judged.
  const words = objectsOf(body.detail).flatMap(({ errcode, keyword }) => (numberOf(errcode) === 0 ? textOf(keyword).split(',') : []));
  return {
    suggest,
    label: numberOf(result?.label) || 100,
    traceId: textOf(body.trace_id),
    words: [...new Set(words.map((word) => word.trim()).filter((word) => word !== ''))],
  };
}

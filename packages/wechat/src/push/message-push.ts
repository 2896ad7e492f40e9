import { createHash } from 'node:crypto';
import { XMLParser } from 'fast-xml-parser';
import { exactNumbers } from '../http/api.js';
import { PushCipher, pushSignature, sameSignature } from './push-crypto.js';

export interface MessagePushOptions {
  appid: string;
  /** 3 to 32 letters and digits, as in the console. */
  token: string;
  /** 43 characters: given, only sealed messages are taken (safe mode); without, plain ones. */
  encodingAesKey?: string;
}

/** A message or event, whatever mode and format it came in. */
export interface PushMessage {
  /**
   * The same for each delivery of the same news: `MsgId`, or sender, time, event and what it says. WeChat names sender and
   * time alone, but its own events come from one sender, several in a second.
   */
  key: string;
  /** `text`, `image`, `miniprogrampage`, `event` … */
  type: string;
  /** The event's name when `type` is `event`. */
  event: string | null;
  /** Who it comes from: the customer's openid, or WeChat's own. */
  openid: string;
  at: Date;
  /** Everything it holds, under WeChat's own names. 64-bit numbers are text. */
  fields: Readonly<Record<string, unknown>>;
}

export type PushRefusal = 'bad_signature' | 'not_sealed' | 'unreadable';
export type PushReading = { ok: true; message: PushMessage } | { ok: false; reason: PushRefusal };
type Query = Readonly<Record<string, unknown>>;

/** The longest message that is read, bytes; WeChat's own are far shorter. */
const longest = 256 * 1024;
const xml = new XMLParser({ parseTagValue: false, ignoreAttributes: true, processEntities: false });

/** Message push (消息推送): what WeChat posts to the one address of the mini program. Source: 消息推送, 服务端能力. */
export class MessagePush {
  private readonly cipher: PushCipher | null;

  constructor(private readonly options: MessagePushOptions) {
    this.cipher = options.encodingAesKey ? new PushCipher(options.encodingAesKey, options.appid) : null;
  }

  /** The answer to the console's check of the address (GET), or null when it was not WeChat who asked. */
  verify({ signature, timestamp, nonce, echostr }: Query): string | null {
    const signed = typeof echostr === 'string' && this.isSigned(signature, timestamp, nonce);
    return signed ? echostr : null;
  }

  /**
   * Reads one delivery. Never throws, whatever comes.
   * In safe mode the plain `signature` protects nothing: `msg_signature` over the sealed text is required.
   */
  read(query: Query, body: Buffer | string): PushReading {
    const text = typeof body === 'string' ? body : body.toString('utf8');
    if (text.length > longest) return { ok: false, reason: 'unreadable' };
    const outer = parse(text);
    if (!this.cipher) {
      if (!this.isSigned(query.signature, query.timestamp, query.nonce)) return { ok: false, reason: 'bad_signature' };
      return outer ? asMessage(outer) : { ok: false, reason: 'unreadable' };
    }
    if (!outer) return { ok: false, reason: 'unreadable' };
    const sealed = outer.Encrypt;
    if (typeof sealed !== 'string') return { ok: false, reason: 'not_sealed' };
    if (!this.isSigned(query.msg_signature, query.timestamp, query.nonce, sealed)) return { ok: false, reason: 'bad_signature' };
    const opened = this.cipher.decrypt(sealed);
    const inner = opened === null ? undefined : parse(opened);
    return inner ? asMessage(inner) : { ok: false, reason: 'unreadable' };
  }

  private isSigned(signature: unknown, ...parts: unknown[]): boolean {
    if (typeof signature !== 'string' || !parts.every((part): part is string => typeof part === 'string')) return false;
    return sameSignature(signature.toLowerCase(), pushSignature(this.options.token, ...parts));
  }
}

function parse(text: string): Record<string, unknown> | undefined {
  try {
    const trimmed = text.trimStart();
    // Entities are not expanded: WeChat sends CDATA, and a document type of its own is never needed.
    if (trimmed.startsWith('<!')) return undefined;
    const value: unknown = trimmed.startsWith('<') ? (xml.parse(trimmed) as { xml?: unknown }).xml : JSON.parse(exactNumbers(trimmed));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function asMessage(fields: Record<string, unknown>): PushReading {
  const { FromUserName, CreateTime, MsgType, Event, MsgId } = fields;
  const seconds = Number(CreateTime);
  if (
    typeof FromUserName !== 'string' ||
    typeof MsgType !== 'string' ||
    !Number.isSafeInteger(seconds) ||
    seconds <= 0 ||
    seconds > 8_000_000_000
  )
    return { ok: false, reason: 'unreadable' };
  const event = MsgType === 'event' ? String(Event ?? '') : null;
  const key =
    MsgId === undefined
      ? `${FromUserName}:${seconds}:${event ?? MsgType}:${createHash('sha256').update(JSON.stringify(fields)).digest('hex').slice(0, 16)}`
      : `msg:${String(MsgId)}`;
  return { ok: true, message: { key, type: MsgType, event, openid: FromUserName, at: new Date(seconds * 1000), fields } };
}

import { createHash, randomInt } from 'node:crypto';
import { XMLParser } from 'fast-xml-parser';
import { exactNumbers } from '../http/api.js';
import { type PushAnswer, type PushFormat, writeAnswer } from './answers.js';
import { instantOf, textOf } from '../fields.js';
import { PushCipher, pushSignature, sameSignature } from './push-crypto.js';

export interface MessagePushOptions {
  appid: string;
  /** 3 to 32 letters and digits, as in the console. */
  token: string;
  /** 43 characters: given, only sealed messages are taken (safe mode); without, plain ones. */
  encodingAesKey?: string;
  now?: () => Date;
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
/** `format` is the one to answer in. */
export type PushReading = { ok: true; message: PushMessage; format: PushFormat } | { ok: false; reason: PushRefusal };
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
    if (!this.cipher) {
      if (!this.isSigned(query.signature, query.timestamp, query.nonce)) return { ok: false, reason: 'bad_signature' };
      return asMessage(text);
    }
    const outer = parse(text);
    if (!outer) return { ok: false, reason: 'unreadable' };
    const sealed = outer.Encrypt;
    if (typeof sealed !== 'string') return { ok: false, reason: 'not_sealed' };
    if (!this.isSigned(query.msg_signature, query.timestamp, query.nonce, sealed)) return { ok: false, reason: 'bad_signature' };
    const opened = this.cipher.decrypt(sealed);
    return opened === null ? { ok: false, reason: 'unreadable' } : asMessage(opened);
  }

  /**
   * The body of an answer other than `success`, such as `transferAnswer`: sealed and signed in safe mode.
   * @param seal the time (seconds), number and 16 random bytes to seal with; given only to reproduce a published vector
   * Source: 消息推送, 回复消息加密.
   */
  answer(answer: PushAnswer, format: PushFormat, seal: { timestamp?: number; nonce?: string; random?: Buffer } = {}): string {
    const text = writeAnswer(answer, format);
    if (!this.cipher) return text;
    const { timestamp = Math.floor((this.options.now?.() ?? new Date()).getTime() / 1000), nonce = String(randomInt(1_000_000_000)) } =
      seal;
    const Encrypt = this.cipher.encrypt(text, seal.random);
    const MsgSignature = pushSignature(this.options.token, String(timestamp), nonce, Encrypt);
    return writeAnswer({ Encrypt, MsgSignature, TimeStamp: timestamp, Nonce: nonce }, format);
  }

  /** Whether it is WeChat cloud hosting (微信云托管) asking for the address: unsigned, answered with `success`, and nothing else. */
  isContainerCheck(body: Buffer | string): boolean {
    return body.length < 100 && parse(body.toString())?.action === 'CheckContainerPath';
  }

  private isSigned(signature: unknown, ...parts: unknown[]): boolean {
    if (typeof signature !== 'string' || !parts.every((part): part is string => typeof part === 'string')) return false;
    return sameSignature(signature.toLowerCase(), pushSignature(this.options.token, ...parts));
  }
}

/** Whether nothing in it is nested deeper than any message of WeChat's is: what is very deep breaks whoever walks through it. */
function isShallow(value: unknown, left = 16): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return left > 0 && Object.values(value).every((part) => isShallow(part, left - 1));
}

function parse(text: string): Record<string, unknown> | undefined {
  try {
    const trimmed = text.trimStart();
    // Entities are not expanded: WeChat sends CDATA, and a document type of its own is never needed.
    if (trimmed.startsWith('<!')) return undefined;
    const value: unknown = trimmed.startsWith('<') ? (xml.parse(trimmed) as { xml?: unknown }).xml : JSON.parse(exactNumbers(trimmed));
    return typeof value === 'object' && value !== null && !Array.isArray(value) && isShallow(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

function asMessage(text: string): PushReading {
  const body = parse(text);
  if (!body) return { ok: false, reason: 'unreadable' };
  // In compatible mode the same message stands there once more, sealed anew at each delivery.
  const { Encrypt: _sealed, ...fields } = body;
  const { FromUserName: openid, MsgType: type } = fields;
  const at = instantOf(fields.CreateTime);
  if (typeof openid !== 'string' || openid === '' || typeof type !== 'string' || !at) return { ok: false, reason: 'unreadable' };
  const event = type === 'event' ? textOf(fields.Event) : null;
  const id = textOf(fields.MsgId);
  const key = id === '' ? `${openid}:${at.getTime() / 1000}:${event ?? type}:${digest(fields)}` : `msg:${id}`;
  return { ok: true, message: { key, type, event, openid, at, fields }, format: text.trimStart().startsWith('<') ? 'xml' : 'json' };
}

const digest = (fields: object): string => createHash('sha256').update(JSON.stringify(fields)).digest('hex').slice(0, 16);

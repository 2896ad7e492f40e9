import type { KeyObject } from 'node:crypto';
import type { SandboxClock } from './clock.js';
import type { SandboxCredentials } from './credentials.js';
import type { Place } from './phone/types.js';
import type { PaySettings } from './pay/settings.js';
import type { Blobs } from './blobs.js';
import type { Schedule } from './schedule.js';
import type { State } from './state.js';
import type { WeixinSettings } from './weixin/settings.js';

export interface Settings {
  /** Where the mini program's h5 build is served; the phone shows it. */
  h5Url: string;
  /** The shop's API, which the phone links to; empty when unknown. */
  apiUrl: string;
  /** Shown as payee (收款方) on the payment sheet. */
  merchantName: string;
  /** What a person would call a code of the shop (大门, A1 桌); null when unknown. */
  codeTitle: (code: { page: string; scene: string }) => Promise<string | null>;
  /** The shop's stores; phones can be carried to them. */
  places: () => Promise<Place[]>;
  /** Pages of the published version; null checks nothing but the form of a path. */
  pages: readonly string[] | null;
  /** The page of a code made without `page`. */
  homePage: string;
  /** Of api.weixin.qq.com, as they were at the start; what was changed since is in the state. */
  weixin: WeixinSettings;
  /** Of api.mch.weixin.qq.com, likewise. */
  pay: PaySettings;
}

/** A call of the shop's server, without its secrets. */
export interface Call {
  id: number;
  at: number;
  method: string;
  /** Path without query: queries carry secrets. */
  path: string;
  status: number;
  /** `errcode` or the code of WeChat Pay; empty when all went well. */
  code: string;
  tookMs: number;
}

/** Everything the routes need; the state is changed in place. */
export interface World {
  readonly credentials: SandboxCredentials;
  readonly merchantPublicKey: KeyObject;
  readonly clock: SandboxClock;
  readonly schedule: Schedule;
  readonly settings: Settings;
  readonly state: State;
  /** Uploaded files, by id. */
  readonly blobs: Blobs;
  /** Where this sandbox is reached; empty until it listens. */
  url: string;
  /** The newest calls that the shop made to WeChat, oldest first. */
  readonly calls: Call[];
  /** Grows with every change. */
  version: number;
  /** Says that the state changed outside a request. */
  changed(): void;
}

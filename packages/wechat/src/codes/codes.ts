import type { Api } from '../http/api.js';
import { isWithin } from '../limits.js';
import type { WechatResult } from '../result.js';

/** How a code looks. */
export interface CodeLook {
  /** Pixels, 280 to 1280; 430 when absent. */
  width?: number;
  /** WeChat chooses the colour; `color` does nothing then. */
  autoColor?: boolean;
  color?: { r: number; g: number; b: number };
  /** PNG without ground, instead of JPEG. */
  transparent?: boolean;
}
export interface LimitedCodeInput extends CodeLook {
  /** A page with its query, at most 1024 characters. */
  path: string;
  envVersion?: 'release' | 'trial' | 'develop';
}
export type CodePicture = { bytes: Buffer; contentType: string };

/** Whether WeChat takes this as a scene: 1 to 32 of digits, letters and `!#$&'()*+,/:;=?@-._~` (no `%`, no Chinese). */
export const isScene = (scene: string): boolean => /^[\w!#$&'()*+,/:;=?@\-.~]{1,32}$/.test(scene);

export interface UnlimitedCodeInput extends CodeLook {
  /** At most 32 of digits, letters and `!#$&'()*+,/:;=?@-._~`. */
  scene: string;
  /** Without a leading slash or query; the home page when absent. */
  page?: string;
  /** False before the page is published, else 41030. */
  checkPath?: boolean;
  envVersion?: 'release' | 'trial' | 'develop';
}

/**
 * A mini-program code without a limit on their number (5,000 calls a minute): JPEG bytes (PNG when transparent).
 * With `checkPath` false at most 60,000 pages. Not sent: a scene, page or width that breaks its rule (`UNFIT`).
 * Errors: 40097 envVersion, 40169 scene too long, 40129 scene has other characters, 41030 page not published, 85096 a
 * parameter is called `scancode_time`, 45009 too often (a minute).
 * Source: 获取不限制的小程序码, POST /wxa/getwxacodeunlimit.
 */
export async function unlimitedCode(
  api: Api,
  { scene, page, checkPath, envVersion, ...look }: UnlimitedCodeInput,
): Promise<WechatResult<CodePicture>> {
  const path = '/wxa/getwxacodeunlimit';
  const broken = api.unfit(`POST ${path}`, {
    "scene is 1 to 32 of digits, letters and !#$&'()*+,/:;=?@-._~": isScene(scene),
    'page has no leading slash and no query': page === undefined || !/^\/|[?#]/.test(page),
    ...widthRule(look.width),
  });
  if (broken) return broken;
  return api.bytes({
    method: 'POST',
    path,
    body: {
      scene,
      ...(page === undefined ? {} : { page }),
      ...(checkPath === undefined ? {} : { check_path: checkPath }),
      ...(envVersion === undefined ? {} : { env_version: envVersion }),
      ...lookOf(look),
    },
  });
}

/** The codes of a mini program (小程序码). */
export class Codes {
  constructor(private readonly api: Api) {}

  /** See `unlimitedCode`: for every order, table and poster. POST /wxa/getwxacodeunlimit. */
  unlimited(input: UnlimitedCodeInput): Promise<WechatResult<CodePicture>> {
    return unlimitedCode(this.api, input);
  }

  /**
   * A code whose page carries its own query, for ever; 100,000 in the account's whole life, together with `square`.
   * Errors: 40097 envVersion, 40159 path, 45029 the 100,000 are used up, 85096 a parameter is called `scancode_time`;
   * `UNFIT` a path of more than 1024 characters, a width outside 280 to 1280.
   * Source: 获取小程序码, POST /wxa/getwxacode.
   */
  async limited({ path, envVersion, ...look }: LimitedCodeInput): Promise<WechatResult<CodePicture>> {
    const rules = { 'path has 1 to 1024 characters': isWithin(path, 1, 1024), ...widthRule(look.width) };
    const broken = this.api.unfit('POST /wxa/getwxacode', rules);
    if (broken) return broken;
    const body = { path, ...(envVersion === undefined ? {} : { env_version: envVersion }), ...lookOf(look) };
    return this.api.bytes({ method: 'POST', path: '/wxa/getwxacode', body });
  }

  /**
   * A square code (小程序二维码) of a path of at most 128 characters; of the same 100,000.
   * Errors: 40159, 45029, `UNFIT`. Source: 获取小程序二维码, POST /cgi-bin/wxaapp/createwxaqrcode.
   */
  async square(path: string, width?: number): Promise<WechatResult<CodePicture>> {
    const rules = { 'path has 1 to 128 characters': isWithin(path, 1, 128), ...widthRule(width) };
    const broken = this.api.unfit('POST /cgi-bin/wxaapp/createwxaqrcode', rules);
    if (broken) return broken;
    return this.api.bytes({
      method: 'POST',
      path: '/cgi-bin/wxaapp/createwxaqrcode',
      body: { path, ...(width === undefined ? {} : { width }) },
    });
  }
}

const widthRule = (width = 430) => ({ 'width is 280 to 1280': Number.isInteger(width) && width >= 280 && width <= 1280 });

const lookOf = ({ width, autoColor, color, transparent }: CodeLook): object => ({
  ...(width === undefined ? {} : { width }),
  ...(autoColor === undefined ? {} : { auto_color: autoColor }),
  ...(color === undefined ? {} : { line_color: color }),
  ...(transparent === undefined ? {} : { is_hyaline: transparent }),
});

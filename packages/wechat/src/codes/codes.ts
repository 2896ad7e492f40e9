import type { Api } from '../http/api.js';
import type { WechatResult } from '../result.js';

export interface UnlimitedCodeInput {
  /** At most 32 of digits, letters and `!#$&'()*+,/:;=?@-._~`. */
  scene: string;
  /** Without a leading slash or query; the home page when absent. */
  page?: string;
  /** False before the page is published, else 41030. */
  checkPath?: boolean;
  envVersion?: 'release' | 'trial' | 'develop';
  /** Pixels, 280 to 1280. */
  width?: number;
}

/**
 * A mini-program code without a limit on their number (5,000 calls a minute): JPEG bytes.
 * Errors: 40169 scene too long, 40129 scene has other characters, 41030 page not published, 45009 too often.
 * Source: 获取不限制的小程序码, POST /wxa/getwxacodeunlimit.
 */
export function unlimitedCode(
  api: Api,
  { scene, page, checkPath, envVersion, width }: UnlimitedCodeInput,
): Promise<WechatResult<{ bytes: Buffer; contentType: string }>> {
  return api.bytes({
    method: 'POST',
    path: '/wxa/getwxacodeunlimit',
    body: {
      scene,
      ...(page === undefined ? {} : { page }),
      ...(checkPath === undefined ? {} : { check_path: checkPath }),
      ...(envVersion === undefined ? {} : { env_version: envVersion }),
      ...(width === undefined ? {} : { width }),
    },
  });
}

/** What a call to WeChat gave: its value, or WeChat's own error. Nothing here throws for what WeChat answers. */
export type WechatResult<T> = { ok: true; value: T } | { ok: false; error: WechatError };

export interface WechatError {
  /** The call, such as `POST /v3/refund/domestic/refunds`: never with its query, which may carry secrets. */
  api: string;
  /**
   * network: no answer, so nobody knows whether it was done. http: an answer that is not WeChat's.
   * refused: WeChat's own no, or what its documentation says it would refuse (`UNFIT`: not sent at all).
   * invalid: an answer that cannot be trusted or read.
   */
  kind: 'network' | 'http' | 'refused' | 'invalid';
  /** `errcode` as text, or the v3 `code`, or `TIMEOUT`, `UNREACHABLE`, `BAD_SIGNATURE` … for our own findings. */
  code: string;
  message: string;
  status?: number;
  /** True when the same call may be made again as it is. */
  retryable: boolean;
  /** True when nobody has heard of the call: no connection was made, or it was not sent. */
  unsent?: true;
  /** `rid` or `Request-ID`: what WeChat's support asks for. */
  requestId?: string;
}

export const done = <T>(value: T): WechatResult<T> => ({ ok: true, value });
export const failed = (error: WechatError): { ok: false; error: WechatError } => ({ ok: false, error });

/** The field that is wrong, as WeChat Pay names it in `detail`. */
export interface PayErrorDetail {
  field: string;
  value?: unknown;
  issue: string;
  location: 'body' | 'query' | 'url' | 'authorization';
}

/** A refusal of api.mch.weixin.qq.com: an HTTP status, a code, words and sometimes the field. */
export class PayError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly detail?: PayErrorDetail,
  ) {
    super(message);
  }

  body(): string {
    return JSON.stringify({ code: this.code, message: this.message, ...(this.detail && { detail: this.detail }) });
  }
}

/** The number with which Request-ID ends: WeChat's own code for what went wrong. */
const internalCodes: Record<string, number> = {
  PARAM_ERROR: 268435461,
  FREQUENCY_LIMITED: 268447840,
  ORDER_NOT_EXIST: 268512771,
  ORDERPAID: 268449538,
  ORDER_CLOSED: 268447914,
  SIGN_ERROR: 268443699,
  OUT_TRADE_NO_USED: 268498688,
  APPID_MCHID_NOT_MATCH: 268445527,
};

/** What Request-ID ends with; 0 when all went well or the number is not known. */
export function internalCode(error: PayError | null): number {
  if (error?.detail?.issue === unknownParameter) return 270924358;
  return (error && internalCodes[error.code]) || 0;
}

/** What is wrong with a parameter that WeChat does not know. */
export const unknownParameter = '传入了不存在的参数';

/** 401 SIGN_ERROR with what exactly does not fit. */
export const signError = (issue: string): PayError =>
  new PayError(401, 'SIGN_ERROR', '签名错误，请检查后再试', { field: 'signature', issue, location: 'authorization' });

/** 400 PARAM_ERROR that names the field. */
export const paramError = (field: string, issue: string, value?: unknown, location: PayErrorDetail['location'] = 'body'): PayError =>
  new PayError(400, 'PARAM_ERROR', '参数错误', { field: `/${field.replaceAll('.', '/')}`, value, issue, location });

/** 400 INVALID_REQUEST: the form is right, the state is not. */
export const invalidRequest = (message: string): PayError => new PayError(400, 'INVALID_REQUEST', message);

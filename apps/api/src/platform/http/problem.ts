/** One refusal: its stable code, its HTTP status, and its title in both languages. */
export interface ProblemDef {
  code: string;
  status: number;
  zh: string;
  en: string;
}

export interface FieldError {
  /** Dotted path into the body or query, such as `lines.0.quantity`. */
  path: string;
  code: string;
  message: string;
}

/** A refusal that the caller is told of as RFC 9457 problem+json. Expected, so never logged as an error. */
export class Problem extends Error {
  constructor(
    readonly def: ProblemDef,
    readonly extra: { errors?: FieldError[]; detail?: string; meta?: Record<string, unknown> } = {},
  ) {
    super(def.code);
  }
}

/**
 * The one table of a module's refusals.
 * @example defineProblems('orders', { not_payable: { status: 409, zh: '…', en: '…' } }).not_payable.code // 'orders.not_payable'
 */
export function defineProblems<K extends string>(prefix: string, table: Record<K, Omit<ProblemDef, 'code'>>): Record<K, ProblemDef> {
  const defs = {} as Record<K, ProblemDef>;
  for (const name of Object.keys(table) as K[]) defs[name] = { code: `${prefix}.${name}`, ...table[name] };
  return defs;
}

export const commonProblems = defineProblems('common', {
  bad_request: { status: 400, zh: '请求无法读懂', en: 'The request cannot be read' },
  validation: { status: 400, zh: '有些内容填写不对', en: 'Some of what was sent is not right' },
  bad_cursor: { status: 400, zh: '列表位置无效，请从头开始', en: 'This place in the list is not known; start from the top' },
  unauthenticated: { status: 401, zh: '请先登录', en: 'Sign in first' },
  forbidden: { status: 403, zh: '没有权限做这件事', en: 'You may not do this' },
  all_stores: {
    status: 403,
    zh: '这不只属于一家门店，需要能看到全部门店的员工',
    en: 'This is not of one store alone: it takes an operator of all stores',
  },
  not_found: { status: 404, zh: '没有找到', en: 'Not found' },
  conflict: { status: 409, zh: '已经有变化，请刷新后再试', en: 'It has changed meanwhile; reload and try again' },
  idempotency_key_required: {
    status: 400,
    zh: '缺少幂等键（Idempotency-Key）',
    en: 'The header Idempotency-Key is missing or not 1 to 255 visible ASCII characters',
  },
  too_large: { status: 413, zh: '内容太大', en: 'Too large' },
  unsupported_media_type: { status: 415, zh: '不支持这种内容类型', en: 'This content type is not supported' },
  idempotency_key_reused: { status: 422, zh: '同一个幂等键被用于不同的请求', en: 'The idempotency key was used for another request' },
  no_file: { status: 422, zh: '没有收到文件', en: 'There is no file in the request' },
  not_a_picture: { status: 422, zh: '这不是可用的图片', en: 'This is not a picture that can be read' },
  too_many_requests: { status: 429, zh: '太频繁了，请稍后再试', en: 'Too many requests; wait a moment' },
  internal: { status: 500, zh: '出错了，请稍后再试', en: 'Something went wrong; try again later' },
});

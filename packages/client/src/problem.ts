/** One field that was refused. `path` is its place in the body, such as `lines.0.quantity`. */
export interface FieldError {
  path: string;
  code: string;
  message: string;
}

/** An answer that is not 2xx (RFC 9457): `code` for the program, `title` for the person, in the language they asked in. */
export class Problem extends Error {
  override readonly name = 'Problem';
  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    readonly detail: string | undefined = undefined,
    readonly errors: readonly FieldError[] = [],
    readonly requestId: string | undefined = undefined,
  ) {
    super(title || code);
  }

  /** Makes a problem of the body of a failed answer; `unexpected` when it is not problem+json, as a proxy's page. */
  static of(status: number, body: unknown): Problem {
    if (typeof body !== 'object' || body === null || !('code' in body) || typeof body.code !== 'string')
      return new Problem(status, 'unexpected', '');
    const { code, title = '', detail, errors = [], requestId } = body as Partial<Problem> & { code: string };
    return new Problem(status, code, title, detail, errors, requestId);
  }
}

/** No answer at all: no network, nothing listens, or it was cut off. What was asked may have been done. */
export class Offline extends Error {
  override readonly name = 'Offline';
  constructor() {
    super('No answer');
  }
}

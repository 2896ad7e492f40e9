/** errcodes after which the token is dropped, a new one fetched, and the call made once more. */
export const staleToken: ReadonlySet<number> = new Set([40001, 40014, 42001]);
/** System busy: the same call may succeed in a moment. */
export const busy = -1;
/** Too often or too much for now: waiting helps, repeating at once does not. */
const later: ReadonlySet<number> = new Set([44990, 44991, 45009, 45011]);

/** Whether the same call may be made again later as it is. */
export const isRetryable = (errcode: number): boolean => errcode === busy || later.has(errcode);

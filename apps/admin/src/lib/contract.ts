/**
 * The panel knows contracts as types alone: no zod reaches the browser. These two read
 * the type that a schema takes or gives, for schemas whose contract names no type.
 */
export type In<Schema> = Schema extends { _zod: { input: infer Input } } ? Input : never;
export type Out<Schema> = Schema extends { _zod: { output: infer Output } } ? Output : never;

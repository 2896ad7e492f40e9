import type { paths } from './schema.ts';

/** Every path of the API begins so. */
export const prefix = '/api/v1';

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
type Full<P extends string> = `/api/v1${P}`;

/** The paths that know this method, without the common beginning: `/storefront/orders/{id}`. */
export type PathOf<M extends Method> = {
  [P in keyof paths]: paths[P] extends { [K in M]: object } ? (P extends Full<infer Rest> ? Rest : never) : never;
}[keyof paths];

type Operation<M extends Method, P extends string> =
  Full<P> extends keyof paths ? (paths[Full<P>] extends { [K in M]: infer O } ? O : never) : never;
type Parameters<O, In extends string> = O extends { parameters: infer P }
  ? In extends keyof P
    ? Exclude<P[In], undefined>
    : never
  : never;
type JsonBody<O> = O extends { requestBody: { content: { 'application/json': infer T } } } ? T : never;
type FileBody<O> = O extends { requestBody: { content: { 'multipart/form-data': unknown } } } ? Upload : never;
type Success<O> = O extends { responses: infer R } ? R[keyof R & (200 | 201 | 202 | 204)] : never;

/** What an operation answers; nothing when it answers 204. */
export type AnswerOf<M extends Method, P extends string> =
  Success<Operation<M, P>> extends { content: infer C } ? (C extends { 'application/json': infer T } ? T : undefined) : undefined;

/** A file: a Blob in browsers and Node, a path on the phone in mini programs. */
export type Upload = Blob | { filePath: string };

type Never<T> = [T] extends [never] ? true : false;
type Field<Name extends string, T> = Never<T> extends true ? object : undefined extends T ? { [K in Name]?: T } : { [K in Name]: T };

/** What an operation needs: `params` of its path, `query`, `body`, `file`, `idempotencyKey`. */
export type OptionsOf<M extends Method, P extends string, O = Operation<M, P>> = Field<'params', Parameters<O, 'path'>> &
  (Never<Parameters<O, 'query'>> extends true ? object : { query?: Loose<Parameters<O, 'query'>> }) &
  Field<'body', JsonBody<O>> &
  Field<'file', FileBody<O>> &
  Field<'idempotencyKey', Parameters<O, 'header'> extends infer H ? (H extends { 'Idempotency-Key': infer Key } ? Key : never) : never> & {
    /** Called without waiting for a sign-in: for routes that are open to all. */
    open?: boolean;
  };

/** Filters that are not set are left out, so they may be undefined, null or empty; `'true' | 'false'` may be said as a boolean. */
type Loose<T> = { [K in keyof T]?: T[K] | ('true' extends T[K] ? boolean : never) | '' | null | undefined };

/** The options, which may be left out when none is needed. */
export type Given<T> = object extends T ? [options?: T] : [options: T];

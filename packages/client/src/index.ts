export { type Answer, type Client, type ClientOptions, createClient, type Request, type TokenSource, type Transport } from './client.ts';
export { fetchTransport } from './fetch.ts';
export type { AnswerOf, Method, OptionsOf, PathOf, Upload } from './operations.ts';
export { type FieldError, Offline, Problem } from './problem.ts';
export type { components, paths } from './schema.ts';
export { type Uni, uniTransport } from './uni.ts';

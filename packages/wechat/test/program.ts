import { MemoryTokenStore, MiniProgram, type MiniProgramOptions } from '../src/index.js';
import { type Heard, startHost } from './fake-host.js';

type Json = Record<string, unknown>;

/** A mini program in front of a host that answers each path with a given object (or bytes), and gives tokens t1, t2 … */
export async function startProgram(
  answers: Record<string, object | ((heard: Heard) => object)>,
  options: Partial<MiniProgramOptions> = {},
) {
  let tokens = 0;
  const host = await startHost((heard) => {
    const { pathname } = heard.url;
    if (pathname === '/cgi-bin/stable_token') return { body: JSON.stringify({ access_token: `t${(tokens += 1)}`, expires_in: 7200 }) };
    const answer = answers[pathname];
    const body = typeof answer === 'function' ? answer(heard) : (answer ?? { errcode: 0, errmsg: 'ok' });
    return Buffer.isBuffer(body) ? { headers: { 'content-type': 'image/png' }, body } : { body: JSON.stringify(body) };
  });
  const program = new MiniProgram({
    appid: 'wx1',
    secret: 's1',
    tokens: new MemoryTokenStore(),
    baseUrl: host.url,
    backoffMs: [1, 1, 1],
    timeoutMs: 500,
    ...options,
  });
  return {
    program,
    host,
    /** The bodies that were posted to a path. */
    posted: (path: string): Json[] => host.heard.filter((one) => one.url.pathname === path).map((one) => JSON.parse(one.body) as Json),
    /** The queries that a path was asked with, without the token. */
    queried: (path: string): Json[] =>
      host.heard
        .filter((one) => one.url.pathname === path)
        .map((one) => Object.fromEntries([...one.url.searchParams].filter(([name]) => name !== 'access_token'))),
  };
}

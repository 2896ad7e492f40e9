import type { RunningSandbox } from '../index.js';

export type Answer = Record<string, unknown>;

/** A shop's server that calls api.weixin.qq.com by hand, with its own token. */
export interface Caller {
  token: string;
  /** Gets another token, for a test that lets hours pass. */
  renew(): Promise<void>;
  post(path: string, body?: object | string): Promise<Answer>;
  get(path: string, query?: Record<string, string>): Promise<Answer>;
}

/** Gets a token and calls with it. A path may have a query of its own. */
export async function caller({ url, credentials }: RunningSandbox): Promise<Caller> {
  const fetchToken = async (): Promise<string> => {
    const got = await fetch(`${url}/cgi-bin/token?grant_type=client_credential&appid=${credentials.appid}&secret=${credentials.secret}`);
    return ((await got.json()) as { access_token: string }).access_token;
  };
  const target = (path: string, query: Record<string, string> = {}) => {
    const address = new URL(url + path);
    for (const [name, value] of Object.entries({ access_token: made.token, ...query })) address.searchParams.set(name, value);
    return address;
  };
  const read = async (answer: Response): Promise<Answer> => {
    if (answer.status !== 200) throw new Error(`api.weixin.qq.com answers 200, and this was ${answer.status}.`);
    return (await answer.json()) as Answer;
  };
  const made: Caller = {
    token: await fetchToken(),
    renew: async () => {
      made.token = await fetchToken();
    },
    post: async (path, body = {}) =>
      read(await fetch(target(path), { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) })),
    get: async (path, query) => read(await fetch(target(path, query))),
  };
  return made;
}

/** Calls the control API over HTTP. */
export async function ask(sandbox: RunningSandbox, path: string, body?: object): Promise<{ status: number; body: unknown }> {
  const answer = await fetch(
    sandbox.url + path,
    body && { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) },
  );
  return { status: answer.status, body: await answer.json() };
}

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { randomText } from '../crypto.js';
import type { PushSettings } from '../weixin/settings.js';
import { eventually } from './shop.js';

/** A request as a shop's server for message push hears it. */
export interface HeardPush {
  method: string;
  query: URLSearchParams;
  contentType: string;
  body: string;
  at: number;
}

/** What the server answers: a text with 200, or another status; null never answers. */
export type BackendAnswer = string | number | null;

export interface Backend {
  url: string;
  heard: HeardPush[];
  /** Answers a POST; `success` until it is set. */
  answer: (push: HeardPush, index: number) => BackendAnswer;
  /** Answers the verification; gives echostr back until it is set. */
  echo: (query: URLSearchParams) => BackendAnswer;
  until(count: number): Promise<void>;
  /** The settings a merchant would enter for this server. */
  settings(more?: Partial<PushSettings>): PushSettings;
  close(): void;
}

/** A shop's server that WeChat pushes to. */
export async function openBackend(): Promise<Backend> {
  const token = randomText(16);
  const encodingAesKey = randomText(43);
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const query = new URL(request.url ?? '/', 'http://localhost').searchParams;
      const push = {
        method: request.method ?? '',
        query,
        contentType: request.headers['content-type'] ?? '',
        body: Buffer.concat(chunks).toString('utf8'),
        at: Date.now(),
      };
      if (request.method === 'POST') backend.heard.push(push);
      const answer = request.method === 'POST' ? backend.answer(push, backend.heard.length - 1) : backend.echo(query);
      if (typeof answer === 'number') response.writeHead(answer).end('success');
      else if (answer !== null) response.writeHead(200, { 'Content-Type': 'text/plain' }).end(answer);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/wechat?shop=1`;
  const backend: Backend = {
    url,
    heard: [],
    answer: () => 'success',
    echo: (query) => query.get('echostr') ?? '',
    until: (count) => eventually(() => backend.heard.length >= count),
    settings: (more = {}) => ({ url, token, encodingAesKey, mode: 'plain', format: 'json', ...more }),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
  return backend;
}

import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A notification as a shop's server hears it. */
export interface Heard {
  headers: IncomingHttpHeaders;
  body: string;
}

export interface Shop {
  url: string;
  heard: Heard[];
  /** Resolves when `count` notifications came. */
  until(count: number): Promise<void>;
  close(): void;
}

/** A server that hears notifications and answers each with the next of `statuses`, the last one for ever. */
export async function openShop(...statuses: number[]): Promise<Shop> {
  const heard: Heard[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const status = statuses[Math.min(heard.length, statuses.length - 1)] ?? 204;
      heard.push({ headers: request.headers, body: Buffer.concat(chunks).toString('utf8') });
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/notify`,
    heard,
    until: (count) => eventually(() => heard.length >= count),
    close: () => server.close(),
  };
}

/** Waits until `check` holds; throws after three seconds. */
export async function eventually(check: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if (await check()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('It did not happen within three seconds.');
}

import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Heard {
  method: string;
  url: URL;
  headers: IncomingMessage['headers'];
  body: string;
}
type Reply = { status?: number; headers?: Record<string, string>; body?: string | Buffer } | 'cut off' | 'silence';

/** A real server on a real port whose answers the test writes. */
export async function startHost(
  answer: (heard: Heard, all: Heard[]) => Reply,
): Promise<{ url: string; heard: Heard[]; close(): Promise<void> }> {
  const heard: Heard[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const one: Heard = {
      method: request.method ?? '',
      url: new URL(request.url ?? '/', 'http://host'),
      headers: request.headers,
      body: Buffer.concat(chunks).toString('utf8'),
    };
    heard.push(one);
    const reply = answer(one, heard);
    if (reply === 'cut off') return void request.socket.destroy();
    if (reply === 'silence') return;
    response.writeHead(reply.status ?? 200, reply.headers ?? { 'content-type': 'text/plain' }).end(reply.body ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    heard,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

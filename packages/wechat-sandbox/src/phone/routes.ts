import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import type { SandboxControl } from '../control/control.js';
import { queryOf } from '../http.js';
import type { World } from '../world.js';

/** The page's files. It is written by hand and served as it is. */
const folder = new URL('../../phone/', import.meta.url);
const types: Record<string, string> = { '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml' };

/** "The phone": shows the h5 mini program, and plays the parts of WeChat around it. */
export async function phoneRoutes(app: FastifyInstance, world: World, control: SandboxControl): Promise<void> {
  const serve = (path: string, name: string, type: string) =>
    app.get(path, async (_request, reply) =>
      reply
        .type(`${type}; charset=utf-8`)
        .header('Cache-Control', 'no-cache')
        .send(await readFile(new URL(name, folder))),
    );
  for (const path of ['/', '/phone']) serve(path, 'index.html', 'text/html');
  for (const name of readdirSync(fileURLToPath(folder))) {
    const type = types[extname(name)];
    if (type) serve(`/phone/${name}`, name, type);
  }
  app.get('/sandbox/phone', async (request, reply) => {
    // The page asks often; it is told only what it has not seen.
    if (queryOf(request, 'after') === String(world.version)) return reply.code(204).send();
    const { state } = world;
    return {
      version: world.version,
      shop: {
        h5Url: world.settings.h5Url,
        apiUrl: world.settings.apiUrl,
        name: world.settings.merchantName,
        homePage: world.settings.homePage,
      },
      now: world.clock.now(),
      advancedMs: world.clock.advanced,
      customers: await control.customers(),
      codes: await control.codes(),
      orders: await control.orders(),
      refunds: await control.refunds(),
      notifications: await control.notifications(),
      serviceMessages: state.serviceMessages,
      chat: state.chat,
      typingUntil: Object.fromEntries(Object.entries(state.chatWindows).map(([openid, { typingUntil }]) => [openid, typingUntil])),
      friendMessages: state.friendMessages,
      readUntil: state.readUntil,
      calls: world.calls,
      faults: state.faults,
    };
  });
}

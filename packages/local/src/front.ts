import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import proxy from '@fastify/http-proxy';
import staticFiles from '@fastify/static';
import Fastify, { type FastifyInstance } from 'fastify';

/**
 * Serves one built app and passes `/api` and `/media` on to the API, as the reverse proxy
 * does in production, so that the operators' cookie stays on one origin.
 * @param options `sandbox`: where the h5 mini program finds its stand-in for WeChat
 */
export async function startFront(options: { root: string; port: number; api: string; sandbox?: string }): Promise<FastifyInstance> {
  const app = Fastify({ forceCloseConnections: true });
  // The phone shows the mini program in a frame; the panel is nobody's, as behind the proxy.
  if (!options.sandbox) app.addHook('onSend', (_, reply, __, done) => void done(null, void reply.header('x-frame-options', 'DENY')));
  await app.register(proxy, { upstream: options.api, prefix: '/api', rewritePrefix: '/api', websocket: true });
  await app.register(proxy, { upstream: options.api, prefix: '/media', rewritePrefix: '/media' });
  await app.register(staticFiles, { root: options.root, index: false });
  // A page of a single-page app has no file of its own: the app's router takes it.
  const page = () => {
    const html = readFileSync(join(options.root, 'index.html'), 'utf8');
    if (!options.sandbox) return html;
    return html.replace('<head>', `<head><script>window.__PAILOU__=${JSON.stringify({ sandbox: options.sandbox })}</script>`);
  };
  app.get('/', (_, reply) => reply.type('text/html').send(page()));
  app.setNotFoundHandler((request, reply) => (request.method === 'GET' ? reply.type('text/html').send(page()) : reply.code(404).send()));
  await app.listen({ port: options.port, host: '0.0.0.0' });
  return app;
}

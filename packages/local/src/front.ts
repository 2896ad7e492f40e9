import proxy from '@fastify/http-proxy';
import staticFiles from '@fastify/static';
import Fastify, { type FastifyInstance } from 'fastify';

/**
 * Serves one built app and passes `/api` and `/media` on to the API, as the reverse proxy
 * does in production, so that the operators' cookie stays on one origin.
 */
export async function startFront(options: { root: string; port: number; api: string }): Promise<FastifyInstance> {
  const app = Fastify({ forceCloseConnections: true });
  await app.register(proxy, { upstream: options.api, prefix: '/api', rewritePrefix: '/api', websocket: true });
  await app.register(proxy, { upstream: options.api, prefix: '/media', rewritePrefix: '/media' });
  await app.register(staticFiles, { root: options.root });
  // A page of a single-page app has no file of its own: the app's router takes it.
  app.setNotFoundHandler((request, reply) =>
    request.method === 'GET' ? reply.sendFile('index.html') : reply.code(404).send(),
  );
  await app.listen({ port: options.port, host: '0.0.0.0' });
  return app;
}

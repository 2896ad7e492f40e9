import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** A request whose first bytes are on the way still comes in so long after the end was announced, milliseconds. */
const graceMs = 500;
/** Who has not taken their answer by then never will, milliseconds. */
const patienceMs = 20_000;

/**
 * Lets the process end. Node waits for each open line, also for one on which nobody ever asked (browsers open such
 * ahead), for half a request, and for a WebSocket whose other side does not say goodbye. At the end, lines without
 * a request under way are cut; those with one stay until it is answered.
 */
export function cutQuietLines(fastify: FastifyInstance): void {
  const server = fastify.server as Server;
  const underWay = new Map<Socket, number>();
  let ending = false;
  server.on('connection', (socket: Socket) => {
    underWay.set(socket, 0);
    socket.once('close', () => underWay.delete(socket));
  });
  server.on('request', ({ socket }, reply) => {
    underWay.set(socket, (underWay.get(socket) ?? 0) + 1);
    reply.once('close', () => {
      const rest = (underWay.get(socket) ?? 1) - 1;
      if (!socket.destroyed) underWay.set(socket, rest);
      if (ending && rest === 0) socket.destroySoon();
    });
  });
  fastify.addHook('preClose', async () => {
    setTimeout(() => {
      ending = true;
      for (const [socket, requests] of underWay) if (requests === 0) socket.destroy();
    }, graceMs).unref();
    setTimeout(() => underWay.forEach((_, socket) => socket.destroy()), patienceMs).unref();
  });
}

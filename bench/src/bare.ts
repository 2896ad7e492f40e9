/** The least that could answer the product list: fastify and pg with the API's own prepared statement. Told by the environment. */
import Fastify from 'fastify';
import pg from 'pg';
import { fromApi } from './from-api.ts';

const { beforeAll, listSql } = await fromApi<{
  beforeAll: [number, string];
  listSql: (by: { search: false; category: boolean }) => string;
}>('modules/catalog/catalog.sql.js');
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 20 });
const text = listSql({ search: false, category: false });
const app = Fastify();
app.get('/products', async (request, reply) => {
  const { storeId, limit = '20' } = request.query as { storeId: string; limit?: string };
  const { rows } = await pool.query<{ body: string }>({
    name: 'list',
    text,
    values: [storeId, null, null, ...beforeAll, Number(limit)],
  });
  return reply.type('application/json; charset=utf-8').send(rows[0]?.body);
});
await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
process.send?.('ready');

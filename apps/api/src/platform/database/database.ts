import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { DataSource, type EntityManager, type MixedList } from 'typeorm';

/** A manager inside a transaction. What writes takes one, so that a forgotten transaction is a type error. */
export type Tx = EntityManager & { readonly __tx: true };

/** Serialization failure and deadlock: PostgreSQL asks for the whole transaction again. */
const retryable = new Set(['40001', '40P01']);
const sqlState = (error: unknown): string | undefined =>
  (error as { code?: string; driverError?: { code?: string } } | null)?.driverError?.code ?? (error as { code?: string } | null)?.code;

@Injectable()
export class Database implements OnApplicationShutdown {
  private constructor(
    readonly dataSource: DataSource,
    readonly pool: pg.Pool,
  ) {}

  /** Opens the pools; entities are those that the modules bring. */
  static async open(url: string, entities: MixedList<Function>): Promise<Database> {
    const dataSource = new DataSource({ type: 'postgres', url, entities, synchronize: false, poolSize: 20 });
    await dataSource.initialize();
    const pool = new pg.Pool({ connectionString: url, max: 20 });
    // A connection that PostgreSQL dropped while idle is replaced by the next query; unheard, it would end the process.
    pool.on('error', () => undefined);
    pool.on('connect', (client) => client.on('error', () => undefined));
    return new Database(dataSource, pool);
  }

  /**
   * Runs the work in one transaction. After a deadlock or serialization failure the whole
   * function runs again in a new one (five tries), so it must do nothing outside the database.
   */
  async transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.dataSource.transaction((manager) => work(manager as Tx));
      } catch (error) {
        if (attempt >= 5 || !retryable.has(sqlState(error) ?? '')) throw error;
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * attempt));
      }
    }
  }

  /**
   * Reads by a prepared statement, planned once per connection.
   * @param name unique for this text, such as `stores.nearest`
   */
  async query<T>(name: string, text: string, values: unknown[] = []): Promise<T[]> {
    return (await this.pool.query({ name, text, values })).rows as T[];
  }

  /**
   * Reads by a statement that is planned anew for the values of each call: for searches and for lists that are narrowed in
   * many ways, where a plan that serves all values is far from the best for most.
   */
  async find<T>(text: string, values: unknown[]): Promise<T[]> {
    return (await this.pool.query(text, values)).rows as T[];
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
    await this.dataSource.destroy();
  }
}

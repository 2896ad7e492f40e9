import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/ids.js';
import type { Tx } from '../database/database.js';
import { Jobs } from '../jobs/jobs.js';
import { ListenerRegistry } from './listeners.js';

/** The news of a capability, written in the same transaction as what it tells of. */
@Injectable()
export class Outbox {
  constructor(
    private readonly jobs: Jobs,
    private readonly listeners: ListenerRegistry,
  ) {}

  /**
   * Appends an event and one job for each listener.
   * @param type past tense under the capability's name, such as `order.paid`
   */
  async append(tx: Tx, type: string, payload: object): Promise<void> {
    const id = newId();
    await tx.query('insert into events (id, type, payload) values ($1, $2, $3)', [id, type, JSON.stringify(payload)]);
    for (const listener of this.listeners.of(type)) await this.jobs.add(tx, 'deliver-event', { eventId: id, listener });
  }
}

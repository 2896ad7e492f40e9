import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/database.js';

interface Keeper {
  /** All that the module keeps of the customer, as JSON that they can read. */
  export(customerId: string): Promise<unknown>;
  /** Removes what points to the person; records that the law asks for stay without them. */
  erase(tx: Tx, customerId: string): Promise<void>;
}

/** Every module that keeps something of customers signs up here, so that their export is whole and their deletion too. */
@Injectable()
export class PersonalData {
  private readonly keepers = new Map<string, Keeper>();

  /** @param name the key under which it stands in the export */
  contribute(name: string, keeper: Keeper): void {
    if (this.keepers.has(name)) throw new Error(`Two keepers of personal data are called ${name}`);
    this.keepers.set(name, keeper);
  }

  async export(customerId: string): Promise<Record<string, unknown>> {
    const entries = [...this.keepers].map(async ([name, keeper]) => [name, await keeper.export(customerId)] as const);
    return Object.fromEntries(await Promise.all(entries));
  }

  async erase(tx: Tx, customerId: string): Promise<void> {
    for (const keeper of this.keepers.values()) await keeper.erase(tx, customerId);
  }
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Tx } from '../../platform/database/database.js';
import { PersonalData } from '../identity/index.js';
import { MessagingQueries } from './messaging.queries.js';

/** The messages to a customer in their export; at their deletion what they said goes, and that they were sent stays. */
@Injectable()
export class MessagingPersonalData implements OnModuleInit {
  constructor(
    private readonly personalData: PersonalData,
    private readonly queries: MessagingQueries,
  ) {}

  onModuleInit(): void {
    this.personalData.contribute('messages', {
      export: (customerId) => this.queries.ofCustomer(customerId),
      erase: async (tx: Tx, customerId) => {
        await tx.query(
          `update messaging_messages set values = '{}', data = null, page = '', customer_id = null, status = case status when 'waiting' then 'skipped' else status end where customer_id = $1`,
          [customerId],
        );
        await tx.query('delete from messaging_grants where customer_id = $1', [customerId]);
      },
    });
  }
}

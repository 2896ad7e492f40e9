import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Tx } from '../../platform/database/database.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { Storage } from '../../platform/storage/storage.js';
import { Wechat } from '../../platform/wechat/wechat.js';
import { CustomerIdentities, PersonalData } from '../identity/index.js';
import { ConversationsQueries } from './conversations.queries.js';

/** What a customer and the shop said to each other: whole in their export, gone with its pictures at their deletion. */
@Injectable()
export class ConversationsPersonalData implements OnModuleInit {
  constructor(
    private readonly personalData: PersonalData,
    private readonly identities: CustomerIdentities,
    private readonly queries: ConversationsQueries,
    private readonly storage: Storage,
    private readonly jobs: Jobs,
    private readonly wechat: Wechat,
  ) {}

  onModuleInit(): void {
    this.personalData.contribute('conversations', {
      export: (customerId) => this.export(customerId),
      erase: (tx, customerId) => this.erase(tx, customerId),
    });
  }

  private async export(customerId: string): Promise<unknown[]> {
    const said = await this.queries.ofCustomer(customerId, await this.openid(customerId));
    return Promise.all(
      said.map(async ({ pictureKey, ...message }) => {
        const picture = pictureKey ? await this.storage.read(pictureKey) : null;
        return { ...message, picture: picture && `data:image/jpeg;base64,${picture.toString('base64')}` };
      }),
    );
  }

  // Read outside of the transaction, which may have cut the customer from their openid already: somebody may have
  // written before they first signed in.
  private openid(customerId: string): Promise<string | null> {
    return this.identities.openid(customerId, this.wechat.appid);
  }

  private async erase(tx: Tx, customerId: string): Promise<void> {
    const openid = await this.openid(customerId);
    const pictures: { key: string }[] = await tx.query(
      `select p.storage_key as key from conversations_pictures p join conversations c on c.id = p.conversation_id
        where (c.customer_id = $1 or c.openid = $2) and p.storage_key is not null`,
      [customerId, openid],
    );
    const keys = pictures.map(({ key }) => key);
    await tx.query('delete from conversations where customer_id = $1 or openid = $2', [customerId, openid]);
    if (keys.length === 0) return;
    await tx.query('delete from conversations_media where key = any ($1)', [keys]);
    await this.jobs.add(tx, 'conversations.forget-pictures', { keys });
  }
}

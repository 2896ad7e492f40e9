import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { OwnCustomerView } from '@pailou/contracts';
import { Database, type Tx } from '../../platform/database/database.js';
import { Problem } from '../../platform/http/problem.js';
import { Live } from '../../platform/live/live.js';
import { LiveTopics } from '../../platform/live/live-topics.js';
import { Wechat } from '../../platform/wechat/wechat.js';
import { type KeptPicture, ModeratedKinds, type ModeratedKind, Moderation } from '../moderation/index.js';
import { CustomerIdentities } from './customer-identities.js';
import { identityProblems } from './identity.errors.js';
import { IdentityQueries } from './identity.queries.js';
import { PersonalData } from './personal-data.js';

const kinds = { nickname: 'customer.nickname', avatar: 'customer.avatar' } as const;
const columns = { nickname: 'nickname', avatar: 'avatar_url' } as const;
type Part = keyof typeof kinds;

/** A customer's nickname and avatar: what is new is checked, and others see the former until it passed. */
@Injectable()
export class CustomerProfile implements OnModuleInit {
  constructor(
    private readonly moderated: ModeratedKinds,
    private readonly moderation: Moderation,
    private readonly personalData: PersonalData,
    private readonly identities: CustomerIdentities,
    private readonly queries: IdentityQueries,
    private readonly database: Database,
    private readonly topics: LiveTopics,
    private readonly live: Live,
    private readonly wechat: Wechat,
  ) {}

  onModuleInit(): void {
    this.moderated.register(kinds.nickname, this.kind('nickname'));
    this.moderated.register(kinds.avatar, { ...this.kind('avatar'), folder: 'avatars' });
    this.personalData.contribute('contentChecks', {
      export: (customerId) => this.moderation.export(customerId),
      erase: (tx, customerId) => this.moderation.erase(tx, customerId),
    });
    // `customer:<id>`: the customer themselves hear that something about them has changed.
    this.topics.allow('customer', (caller, id) => caller.kind === 'customer' && caller.customerId === id);
  }

  /** Oneself, with what is new and not yet (or never) shown to others. Throws `identity.not_found` (404). */
  async own(customerId: string): Promise<OwnCustomerView> {
    const [customer, checks] = await Promise.all([
      this.queries.customer(customerId),
      this.moderation.latest(customerId, [kinds.nickname, kinds.avatar]),
    ]);
    const [nickname, avatar] = [checks.get(kinds.nickname) ?? null, checks.get(kinds.avatar) ?? null];
    return {
      ...customer,
      nickname: nickname && nickname.status !== 'refused' ? nickname.text : customer.nickname,
      avatarUrl: avatar && avatar.status !== 'refused' ? avatar.pictureUrl : customer.avatarUrl,
      checks: { nickname, avatar },
    };
  }

  /** The openid that WeChat judges by. Throws `identity.not_found` (404) for somebody who never came through this mini program. */
  async openid(customerId: string): Promise<string> {
    const openid = await this.identities.openid(customerId, this.wechat.appid);
    if (openid === null) throw new Problem(identityProblems.not_found);
    return openid;
  }

  /** Has a new nickname checked; the one that is shown already, or is being checked, needs none. */
  async proposeNickname(tx: Tx, customerId: string, openid: string, nickname: string): Promise<void> {
    const [shown]: { nickname: string | null }[] = await tx.query('select nickname from customers where id = $1', [customerId]);
    if (shown?.nickname === nickname) return this.moderation.replace(tx, kinds.nickname, customerId);
    await this.moderation.propose(tx, { kind: kinds.nickname, subjectId: customerId, customerId, openid, content: { text: nickname } });
  }

  async proposeAvatar(tx: Tx, customerId: string, openid: string, picture: KeptPicture): Promise<void> {
    await this.moderation.propose(tx, { kind: kinds.avatar, subjectId: customerId, customerId, openid, content: { picture } });
  }

  private kind(part: Part): ModeratedKind {
    const column = columns[part];
    return {
      scene: 'profile',
      show: async (tx, id, value) => {
        const [before]: { former: string | null }[] = await tx.query(`select ${column} as former from customers where id = $1 for update`, [
          id,
        ]);
        await tx.query(`update customers set ${column} = $2 where id = $1 and deleted_at is null`, [id, value]);
        return before?.former ?? null;
      },
      hide: async (tx, id, value, former) => {
        await tx.query(`update customers set ${column} = $3 where id = $1 and ${column} = $2`, [id, value, former]);
      },
      changed: (tx, id) => this.live.publish(tx, `customer:${id}`, { changed: part }),
      context: async (ids) => {
        const rows = await this.database.query<{ id: string; authorName: string | null; standing: string | null }>(
          `identity.context.${part}`,
          `select id, nickname as "authorName", ${column} as standing from customers where id = any ($1) and deleted_at is null`,
          [ids],
        );
        return new Map(rows.map(({ id, ...context }) => [id, context]));
      },
    };
  }
}

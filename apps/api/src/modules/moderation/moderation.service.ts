import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { OwnModerationView } from '@pailou/contracts';
import { newId } from '../../kernel/ids.js';
import { Clock } from '../../kernel/time.js';
import type { Tx } from '../../platform/database/database.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { Storage } from '../../platform/storage/storage.js';
import { ModerationDecisions } from './moderation-decisions.js';
import { alone, type Check, checkSql, ModerationQueries } from './moderation.queries.js';

/** Something new that its author wants others to see. */
export interface Proposal {
  kind: string;
  /** Whose place it takes: one stands at a time, the newest. */
  subjectId: string;
  /** The author, and who they are to WeChat. */
  customerId: string;
  openid: string;
  content: { text: string } | { picture: KeptPicture };
}
/** A picture that was kept out of sight. */
export interface KeptPicture {
  key: string;
}

/** Content check (内容安全): what customers write or upload and others can see passes it before it shows. */
@Injectable()
export class Moderation {
  constructor(
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly storage: Storage,
    private readonly queries: ModerationQueries,
    private readonly decisions: ModerationDecisions,
  ) {}

  /** Keeps an uploaded picture where nobody sees it, before the transaction that proposes it. Throws `common.not_a_picture` (422). */
  async keepPicture(bytes: Buffer): Promise<KeptPicture> {
    // Deeper than what is served to everyone.
    return { key: (await this.storage.savePicture('private/moderation', bytes)).replace('/media/', '') };
  }

  /** Lets go of a kept picture that was not proposed after all. */
  async dropPicture({ key }: KeptPicture): Promise<void> {
    await this.storage.remove(key);
  }

  /** Has it checked; what was undecided in its place before is replaced, unless it is the same text. The kind shows it once it passed. */
  async propose(tx: Tx, { kind, subjectId, customerId, openid, content }: Proposal): Promise<void> {
    const before = await this.undecided(tx, kind, subjectId);
    if (before && 'text' in content && before.text === content.text) return;
    if (before) await this.drop(tx, before);
    const id = newId();
    const picture = 'picture' in content ? content.picture : null;
    await tx.query(
      `insert into moderation_checks (id, kind, subject_id, customer_id, openid, text, picture_key, picture_secret, status, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, 'waiting', $9)`,
      [
        id,
        kind,
        subjectId,
        customerId,
        openid,
        'text' in content ? content.text : null,
        picture?.key ?? null,
        picture && randomBytes(24).toString('base64url'),
        this.clock.now(),
      ],
    );
    await this.jobs.add(tx, 'moderation.ask', { checkId: id }, { jobKey: `moderation.ask:${id}` });
    await this.decisions.tell(tx, { id, kind, subjectId });
  }

  /** Its author thought better of it: what is undecided in this place is not shown. */
  async replace(tx: Tx, kind: string, subjectId: string): Promise<void> {
    const before = await this.undecided(tx, kind, subjectId);
    if (before) await this.drop(tx, before);
  }

  /** What of these kinds is being checked or was refused, by kind; absent where all is well. */
  latest(subjectId: string, kinds: readonly string[]): Promise<ReadonlyMap<string, OwnModerationView>> {
    return this.queries.latest(subjectId, kinds);
  }

  /** All that a customer had checked, for their export; pictures as data URLs. */
  async export(customerId: string): Promise<unknown[]> {
    const rows = await this.queries.ofCustomer(customerId);
    return Promise.all(
      rows.map(async ({ pictureKey, ...row }) => {
        const picture = pictureKey ? await this.storage.read(pictureKey) : null;
        return { ...row, picture: picture && `data:image/webp;base64,${picture.toString('base64')}` };
      }),
    );
  }

  /** Forgets all of it, with the pictures. */
  async erase(tx: Tx, customerId: string): Promise<void> {
    const [gone]: [{ key: string | null; url: string | null }[], number] = await tx.query(
      'delete from moderation_checks where customer_id = $1 returning picture_key as key, public_url as url',
      [customerId],
    );
    const keys = gone.flatMap(({ key, url }) => [key, url?.replace('/media/', '')]).filter((key) => typeof key === 'string');
    if (keys.length > 0) await this.jobs.add(tx, 'moderation.forget-pictures', { keys });
  }

  private async undecided(tx: Tx, kind: string, subjectId: string): Promise<Check | undefined> {
    await alone(tx, `${kind}:${subjectId}`);
    const [check]: Check[] = await tx.query(
      `${checkSql} where m.kind = $1 and m.subject_id = $2 and m.status in ('waiting', 'in_doubt') for update`,
      [kind, subjectId],
    );
    return check;
  }

  private async drop(tx: Tx, check: Check): Promise<void> {
    await tx.query(`update moderation_checks set status = 'replaced' where id = $1`, [check.id]);
    await this.decisions.tell(tx, check);
  }
}

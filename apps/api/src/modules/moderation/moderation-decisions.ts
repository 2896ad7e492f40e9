import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/ids.js';
import type { Tx } from '../../platform/database/database.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { Live } from '../../platform/live/live.js';
import { Storage } from '../../platform/storage/storage.js';
import { ModeratedKinds } from './moderated-kinds.js';
import type { Check } from './moderation.queries.js';

/** Shows and hides what was decided, in the transaction of the decision; a picture is made public before it, and taken away after it. */
@Injectable()
export class ModerationDecisions {
  constructor(
    private readonly kinds: ModeratedKinds,
    private readonly storage: Storage,
    private readonly jobs: Jobs,
    private readonly live: Live,
  ) {}

  /** Puts a copy of the picture where everyone can see it, before the transaction that shows it; null for a text or where it is gone. */
  async publish({ kind, pictureKey }: Check): Promise<string | null> {
    const bytes = pictureKey ? await this.storage.read(pictureKey) : null;
    // A name of its own each time: taking an older copy away never takes this one.
    return bytes && this.storage.save(`${this.kinds.get(kind).folder ?? 'moderated'}/${newId()}.webp`, bytes, 'image/webp');
  }

  /** Takes a public copy away that nothing shows. */
  async withdraw(url: string): Promise<void> {
    await this.storage.remove(url.replace('/media/', ''));
  }

  /** The check passed: others see it from now on. @param publicUrl of `publish` */
  async show(tx: Tx, check: Check, publicUrl: string | null): Promise<void> {
    const value = check.text ?? publicUrl;
    if (value === null) throw new Error('A picture that passed has no public copy');
    const former = await this.kinds.get(check.kind).show(tx, check.subjectId, value);
    await tx.query(`update moderation_checks set status = 'passed', public_url = $2, former = $3 where id = $1`, [
      check.id,
      publicUrl,
      former,
    ]);
  }

  /** What was shown is not any longer. */
  async hide(tx: Tx, check: Check): Promise<void> {
    const { id, kind, subjectId, text, publicUrl, former } = check;
    await this.kinds.get(kind).hide(tx, subjectId, text ?? publicUrl ?? '', former);
    if (publicUrl) await this.jobs.add(tx, 'moderation.withdraw', { url: publicUrl }, { jobKey: `moderation.withdraw:${publicUrl}` });
    await tx.query(`update moderation_checks set status = 'refused', public_url = null, former = null where id = $1`, [id]);
  }

  /** Notes who decided, or that nobody has; null for WeChat. */
  async sign(tx: Tx, id: string, by: { decidedAt: Date | string | null; decidedBy: string | null; reason: string | null }): Promise<void> {
    await tx.query('update moderation_checks set decided_at = $2, decided_by = $3, reason = $4 where id = $1', [
      id,
      by.decidedAt,
      by.decidedBy,
      by.reason,
    ]);
  }

  /** Tells all who look at the queue, and the author. */
  async tell(tx: Tx, { id, kind, subjectId }: Pick<Check, 'id' | 'kind' | 'subjectId'>): Promise<void> {
    await this.live.publish(tx, 'moderation:all', { checkId: id });
    await this.kinds.get(kind).changed(tx, subjectId);
  }
}

import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/database.js';
import type { Scene } from '../../platform/wechat/wechat.js';

/** What an operator is told beside a check. */
export interface ModeratedContext {
  /** The author as others see them now. */
  authorName: string | null;
  /** What others see in its place now: a text, or the address of a picture. */
  standing: string | null;
}

/**
 * Something that customers write or upload and others can see. `show`, `hide` and `changed` run inside the transaction
 * that decides, so they may not talk to the outside.
 */
export interface ModeratedKind {
  /** Where it will stand, as WeChat asks it. */
  scene: Scene;
  /** The storage's folder in which a picture is public once it passed; absent for a text. */
  folder?: string;
  /** It passed: others may see it, a text or the public address of a picture. Answers what stood there, to be put back. */
  show(tx: Tx, subjectId: string, value: string): Promise<string | null>;
  /** It was shown and may not be any longer: what stood there comes back, unless something newer stands there. */
  hide(tx: Tx, subjectId: string, value: string, former: string | null): Promise<void>;
  /** It stands otherwise than before, in whatever way: a place to tell the author. */
  changed(tx: Tx, subjectId: string): Promise<void>;
  /** What operators see beside these subjects; one that is gone may be absent. */
  context(subjectIds: readonly string[]): Promise<ReadonlyMap<string, ModeratedContext>>;
}

/** What is checked before it shows: modules of a higher rank sign up at start. */
@Injectable()
export class ModeratedKinds {
  private readonly byName = new Map<string, ModeratedKind>();

  /** @param name kept in the database for ever, such as `customer.nickname` */
  register(name: string, kind: ModeratedKind): void {
    if (this.byName.has(name)) throw new Error(`Two moderated kinds are called ${name}`);
    this.byName.set(name, kind);
  }

  get(name: string): ModeratedKind {
    const kind = this.byName.get(name);
    if (!kind) throw new Error(`Nobody registered the moderated kind ${name}`);
    return kind;
  }
}

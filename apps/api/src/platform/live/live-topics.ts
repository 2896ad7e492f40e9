import { Injectable } from '@nestjs/common';
import type { Caller } from '../auth/callers.js';

type Rule = (caller: Caller, rest: string) => Promise<boolean> | boolean;

/** Who may hear which topic; a topic of a prefix that nobody registered is heard by no one. */
@Injectable()
export class LiveTopics {
  private readonly rules = new Map<string, Rule>();

  /**
   * @param prefix the part before the colon: `order` for `order:<id>`
   * @param may asked once for each subscription, with the part after the colon
   */
  allow(prefix: string, may: Rule): void {
    if (this.rules.has(prefix)) throw new Error(`Two rules for the live topic ${prefix}`);
    this.rules.set(prefix, may);
  }

  async may(caller: Caller, topic: string): Promise<boolean> {
    const colon = topic.indexOf(':');
    const rule = this.rules.get(topic.slice(0, colon));
    return rule !== undefined && (await rule(caller, topic.slice(colon + 1)));
  }
}

import type { Permission } from '@pailou/contracts';

/** One thing found, and the page that shows it. */
export interface Hit {
  id: string;
  title: string;
  /** What tells it apart from others of the same name. */
  hint: string;
  to: string;
}

/** What a capability lets be found by the words of a person; asked only of who holds the permission. */
export interface SearchSource {
  name: () => string;
  permission: Permission;
  find(words: string): Promise<Hit[]>;
}

/** How many things of one kind stand in the answer. */
export const hitsOfAKind = 5;

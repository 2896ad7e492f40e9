/** States keyed by event: `{ pay: { from: ['unpaid'], to: 'paid' } }`. */
export type Transitions<S extends string, E extends string> = Record<E, { from: readonly S[]; to: S }>;

export interface StateMachine<S extends string, E extends string> {
  /** The state after the event, or undefined when the event may not happen in this state. */
  next(state: S, event: E): S | undefined;
  /** The states in which the event may happen: for `UPDATE … WHERE status = ANY(…)`. */
  from(event: E): readonly S[];
  all(): { event: E; from: S; to: S }[];
}

/** One pure table of what may happen when. */
export function defineStates<S extends string, E extends string>(table: Transitions<S, E>): StateMachine<S, E> {
  return {
    next: (state, event) => (table[event].from.includes(state) ? table[event].to : undefined),
    from: (event) => table[event].from,
    all: () => (Object.keys(table) as E[]).flatMap((event) => table[event].from.map((from) => ({ event, from, to: table[event].to }))),
  };
}

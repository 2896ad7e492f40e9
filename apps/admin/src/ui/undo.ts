import { ref } from 'vue';
import { c } from '../lib/texts';
import { tellDone, tellProblem } from './tell';

export interface Undo {
  id: number;
  /** What was done. */
  words: string;
  /** When the offer ends, milliseconds. */
  until: number;
  busy: boolean;
  undo: () => Promise<unknown>;
}
/** How long what was done can be taken back, in milliseconds. */
export const undoMs = 10_000;
/** What can be taken back now, the newest last. */
export const undos = ref<Undo[]>([]);
let nextId = 1;

/** Offers for ten seconds to take back what was just done. */
export function offerUndo(words: string, undo: () => Promise<unknown>): void {
  const id = nextId++;
  undos.value = [...undos.value, { id, words, until: Date.now() + undoMs, busy: false, undo }].slice(-3);
  setTimeout(() => dropUndo(id), undoMs);
}

export function dropUndo(id: number): void {
  undos.value = undos.value.filter((one) => one.id !== id || one.busy);
}

export async function takeBack(one: Undo): Promise<void> {
  if (one.busy) return;
  one.busy = true;
  try {
    await one.undo();
    tellDone(c('undone'));
  } catch (error) {
    tellProblem(error);
  } finally {
    one.busy = false;
    dropUndo(one.id);
  }
}

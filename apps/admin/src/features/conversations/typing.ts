import { onScopeDispose, type Ref } from 'vue';
import { showTyping } from './api';

/** WeChat shows it for about so long, and takes it only so soon after the customer did something; milliseconds. */
const shownForMs = 12_000;
const takenForMs = 30_000;

/** Whether WeChat would show it now, and does not show it already. */
export function shouldShow(heardAt: string | null, shownAt: number, now: number): boolean {
  return heardAt !== null && now - Date.parse(heardAt) < takenForMs && now - shownAt >= shownForMs;
}

/** Shows the customer, and colleagues, that somebody writes. @returns call it as one types, and with false when one stops */
export function useTyping(id: string, heardAt: Ref<string | null>): (on: boolean) => void {
  let shownAt = 0;
  const set = (on: boolean) => {
    const now = Date.now();
    if (on && shouldShow(heardAt.value, shownAt, now)) {
      shownAt = now;
      void showTyping(id, true);
    } else if (!on && now - shownAt < shownForMs) {
      shownAt = 0;
      void showTyping(id, false);
    }
  };
  onScopeDispose(() => set(false));
  return set;
}

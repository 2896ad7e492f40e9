import { ref } from 'vue';

export type Theme = 'system' | 'light' | 'dark';
const storageKey = 'pailou.theme';
const stored = localStorage.getItem(storageKey);
/** What the operator chose; `system` follows the machine. */
export const theme = ref<Theme>(stored === 'light' || stored === 'dark' ? stored : 'system');
const machine = matchMedia('(prefers-color-scheme: dark)');

function apply(): void {
  const dark = theme.value === 'dark' || (theme.value === 'system' && machine.matches);
  document.documentElement.classList.toggle('dark', dark);
}

export function setTheme(next: Theme): void {
  theme.value = next;
  localStorage.setItem(storageKey, next);
  apply();
}

/** Puts the theme on the page and keeps it right when the machine changes its mind. */
export function startTheme(): void {
  machine.addEventListener('change', apply);
  apply();
}

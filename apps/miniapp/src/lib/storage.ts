import { config } from './config';

/** In h5 one browser plays many people: what it keeps belongs to the one who holds the phone. */
const owned = (key: string) => (config.customer ? `${config.customer}/${key}` : key);

/** What the phone keeps for us; a full or forbidden storage costs convenience, never the flow. */
export function load<T>(key: string): T | null {
  try {
    const value: unknown = uni.getStorageSync(owned(key));
    return value === '' || value === undefined ? null : (value as T);
  } catch {
    return null;
  }
}

export function save(key: string, value: unknown): void {
  try {
    uni.setStorageSync(owned(key), value);
  } catch {
    // The app works on with what it has in memory.
  }
}

/** Forgets all that the phone keeps for this person, but for the keys that say nothing of them. */
export function forgetAllBut(spared: readonly string[]): void {
  try {
    const { keys } = uni.getStorageInfoSync();
    const mine = owned('');
    for (const key of keys) if (key.startsWith(mine) && !spared.includes(key.slice(mine.length))) uni.removeStorageSync(key);
  } catch {
    // See save.
  }
}

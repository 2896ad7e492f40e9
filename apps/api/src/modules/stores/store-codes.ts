import { randomInt } from 'node:crypto';
import type { CodeView } from '@pailou/contracts';

/** The mini program's page that each kind of code opens (no leading slash: WeChat refuses one). */
export const codePage: Record<CodeView['kind'], string> = {
  door: 'pages/home/index',
  shelf: 'pages/menu/index',
  table: 'pages/menu/index',
};

const base62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/**
 * A random scene: 12 signs of base 62 (71 bits), so that nobody guesses the code of another table. WeChat allows 32 visible
 * signs, see getUnlimitedQRCode. A deleted code's scene is never given out again: making a new code replaces a leaked one.
 */
export function newScene(): string {
  return Array.from({ length: 12 }, () => base62[randomInt(base62.length)]).join('');
}

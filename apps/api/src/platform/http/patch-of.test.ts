import { expect, it } from 'vitest';
import { z } from 'zod';
import { patchOf } from './patch-of.js';

it('leaves absent what was not sent, and checks what was', () => {
  const patch = patchOf(z.strictObject({ name: z.string().min(1), delivery: z.boolean().default(false) }));
  expect(patch.parse({ name: 'A' })).toEqual({ name: 'A' });
  expect(patch.parse({ delivery: true })).toEqual({ delivery: true });
  expect(patch.safeParse({ name: '' }).success).toBe(false);
  expect(patch.safeParse({ other: 1 }).success).toBe(false);
});

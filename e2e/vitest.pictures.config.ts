import { defineConfig } from 'vitest/config';

/** `pnpm pictures`: takes the README's pictures anew, from the whole house in a real browser. */
export default defineConfig({
  test: { include: ['src/pictures.ts'], globalSetup: './src/house.ts', testTimeout: 180_000, hookTimeout: 120_000 },
});

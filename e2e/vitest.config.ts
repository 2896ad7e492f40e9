import { defineConfig } from 'vitest/config';

// One house and one browser for all journeys: files run one after another.
export default defineConfig({
  test: { include: ['src/**/*.test.ts'], globalSetup: './src/house.ts', fileParallelism: false, testTimeout: 90_000, hookTimeout: 120_000 },
});

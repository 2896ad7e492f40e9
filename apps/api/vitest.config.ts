import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    globalSetup: './test/global-setup.ts',
    // Files share their imports: reading them anew for each took a quarter of the time. No module keeps state of a test.
    isolate: false,
    // By itself it leaves a core to the rest: of two that would be one worker.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});

import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [vue()],
  // Files share one browser and their imports, which took five sixths of the time; a test sets what it stands on.
  test: { environment: 'happy-dom', include: ['src/**/*.test.ts'], isolate: false },
});

import vue from '@vitejs/plugin-vue';
import { ElementPlusResolver } from 'unplugin-vue-components/resolvers';
import components from 'unplugin-vue-components/vite';
import { defineConfig } from 'vite';

/** Where the API answers while developing; in production the panel and the API share one origin. */
const api = process.env.PAILOU_API ?? 'http://127.0.0.1:3000';

export default defineConfig({
  base: '/',
  plugins: [
    vue(),
    // Only Element Plus is resolved by itself; our own parts are imported by name.
    components({ dirs: [], dts: false, resolvers: [ElementPlusResolver({ importStyle: false })] }),
  ],
  server: {
    proxy: {
      '/api': { target: api, changeOrigin: false, ws: true },
      '/media': { target: api, changeOrigin: false },
    },
  },
  build: { target: 'es2022', chunkSizeWarningLimit: 900 },
});

import { fileURLToPath } from 'node:url';
import uni from '@dcloudio/vite-plugin-uni';
import { defineConfig, type Plugin } from 'vite';

const platform = process.env.UNI_PLATFORM === 'mp-weixin' ? 'wx' : 'sandbox';
const api = process.env.VITE_API_URL;

/** uni-app's own stylesheet loads a shadow from a foreign host: nothing of ours may depend on one. */
const noForeignPictures: Plugin = {
  name: 'no-foreign-pictures',
  generateBundle(_, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type === 'asset' && file.fileName.endsWith('.css')) file.source = String(file.source).replaceAll(/https:\/\/cdn\.dcloud\.net\.cn\/[\w./-]+/g, 'data:,');
    }
  },
};

export default defineConfig({
  plugins: [uni(), noForeignPictures],
  // WeChat's own calls never reach the browser build, nor the sandbox's the mini program.
  resolve: { alias: { '#platform': fileURLToPath(new URL(`./src/lib/platform/${platform}.ts`, import.meta.url)) } },
  server: api ? { proxy: { '/api': { target: api, ws: true }, '/media': { target: api } } } : {},
});

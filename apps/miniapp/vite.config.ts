import { fileURLToPath } from 'node:url';
import uni from '@dcloudio/vite-plugin-uni';
import { defineConfig, type Plugin } from 'vite';

const platform = process.env.UNI_PLATFORM === 'mp-weixin' ? 'wx' : 'sandbox';
// What `pnpm dev` says: where the API and the sandbox are, and at which port to serve h5.
const { PAILOU_API: api, PAILOU_SANDBOX: sandbox, PAILOU_PORT: port } = process.env;

/** uni-app's own stylesheet loads a shadow from a foreign host: nothing of ours may depend on one. */
const noForeignPictures: Plugin = {
  name: 'no-foreign-pictures',
  generateBundle(_, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type === 'asset' && file.fileName.endsWith('.css'))
        file.source = String(file.source).replaceAll(/https:\/\/cdn\.dcloud\.net\.cn\/[\w./-]+/g, 'data:,');
    }
  },
};

/** As the local front and the proxy do: the page is told where its sandbox is. */
const tellSandbox: Plugin = {
  name: 'tell-sandbox',
  apply: 'serve',
  transformIndexHtml: () =>
    sandbox ? [{ tag: 'script', children: `window.__PAILOU__=${JSON.stringify({ sandbox })}`, injectTo: 'head-prepend' }] : [],
};

/** A component is exchanged where it stands. What stores and pages hold on to, such as texts, is not: the page loads anew. */
const reloadForScripts: Plugin = {
  name: 'reload-for-scripts',
  handleHotUpdate({ file, server }) {
    if (!file.endsWith('.ts')) return undefined;
    server.ws.send({ type: 'full-reload' });
    return [];
  },
};

export default defineConfig({
  plugins: [uni(), noForeignPictures, tellSandbox, reloadForScripts],
  // WeChat's own calls never reach the browser build, nor the sandbox's the mini program.
  resolve: { alias: { '#platform': fileURLToPath(new URL(`./src/lib/platform/${platform}.ts`, import.meta.url)) } },
  server: {
    ...(port ? { port: Number(port), strictPort: true } : {}),
    ...(api ? { proxy: { '/api': { target: api, ws: true }, '/media': { target: api } } } : {}),
  },
});

/// <reference types="vite/client" />

interface ImportMetaEnv {
  /** Where the API answers, with its version: `https://shop.example/api/v1`. */
  readonly VITE_API_URL?: string;
}

interface Window {
  /** Set by a page that hosts the h5 build, before its script runs. */
  __PAILOU__?: { apiUrl?: string; sandbox?: string; customer?: string };
}

declare module '*.vue' {
  import type { DefineComponent } from 'vue';
  const component: DefineComponent<object, object, unknown>;
  export default component;
}

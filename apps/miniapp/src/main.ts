import { createPinia } from 'pinia';
import { createSSRApp } from 'vue';
import App from './App.vue';

/** uni-app calls this once, on both targets. */
export function createApp() {
  const app = createSSRApp(App);
  app.use(createPinia());
  return { app };
}

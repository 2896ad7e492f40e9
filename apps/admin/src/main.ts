import 'element-plus/dist/index.css';
import 'element-plus/theme-chalk/dark/css-vars.css';
import './shell/theme.css';
import { VueQueryPlugin } from '@tanstack/vue-query';
import { createApp } from 'vue';
import App from './App.vue';
import { locale, setLocale } from './lib/i18n';
import { queryClient } from './lib/session';
import { router } from './shell/router';
import { startTheme } from './lib/theme';

startTheme();
setLocale(locale.value);
createApp(App).use(VueQueryPlugin, { queryClient }).use(router).mount('#app');

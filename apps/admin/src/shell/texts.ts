import { defineTexts } from '../lib/i18n';

export const t = defineTexts({
  product: ['牌楼', 'Pailou'],
  today: ['今天', 'Today'],
  service: ['接待', 'Service'],
  shop: ['店铺', 'Shop'],
  customers: ['顾客', 'Customers'],
  figures: ['数据', 'Figures'],
  settings: ['设置', 'Settings'],
  more: ['更多', 'More'],
  main: ['主导航', 'Main navigation'],
  skip: ['跳到正文', 'Skip to the content'],
  find: ['搜索页面', 'Go to a page'],
  findHint: ['输入页面名称，回车打开', 'Type a page and press Enter'],
  findNothing: ['没有找到相应的页面', 'No page is called that'],
  language: ['English', '中文'],
  waiting: ['{count} 条待处理', '{count} waiting'],
  signOut: ['退出登录', 'Sign out'],
});

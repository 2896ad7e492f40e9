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
  find: ['搜索', 'Search'],
  findHint: ['页面、订单、商品、顾客、门店、员工', 'Pages, orders, products, customers, stores, staff'],
  findNothing: ['没有找到', 'Nothing found'],
  findLooking: ['正在找…', 'Looking…'],
  findFailed: ['{what} 没有查成，请再试一次', '{what} could not be searched. Try again.'],
  findKeys: ['↑ ↓ 选择，回车打开，Esc 关闭', '↑ ↓ to choose, Enter to open, Esc to close'],
  pages: ['页面', 'Pages'],
  language: ['English', '中文'],
  waiting: ['{count} 条待处理', '{count} waiting'],
  signOut: ['退出登录', 'Sign out'],
});

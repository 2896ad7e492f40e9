import { defineTexts } from '../../lib/i18n';

export const t = defineTexts({
  customers: ['顾客', 'Customers'],
  searchHint: ['昵称、手机号', 'Nickname, phone'],
  phone: ['手机号', 'Phone'],
  noPhone: ['没有绑定', 'Not linked'],
  language: ['语言', 'Language'],
  since: ['首次到来', 'First seen'],
  nameless: ['微信用户', 'WeChat user'],
  noCustomers: ['还没有顾客', 'No customers yet'],
  noCustomersHint: ['顾客第一次打开小程序后会出现在这里。', 'They appear here once they open the mini program.'],
  noneFound: ['没有符合的顾客', 'No customer matches'],
  noneFoundHint: ['换个昵称或手机号试试。', 'Try another nickname or phone.'],
  privacy: ['隐私政策', 'Privacy policy'],
  agreed: ['已同意 {version} 版', 'Agreed to version {version}'],
  notAgreed: ['还没有同意', 'Not agreed yet'],
  id: ['编号', 'Id'],
  toOrders: ['看这位顾客的订单', 'See this customer’s orders'],
  ownHands: ['顾客可以在小程序里自己导出或删除资料。', 'Customers export or delete their own data in the mini program.'],
});

import type { RunningSandbox } from '@pailou/wechat-sandbox';

/** The subscribe templates that the demo merchant took from WeChat's library. */
const templates: { title: string; keywords: [key: string, name: string][] }[] = [
  {
    title: '订单支付成功通知',
    keywords: [
      ['character_string1', '订单编号'],
      ['thing2', '商品名称'],
      ['amount3', '支付金额'],
      ['thing4', '门店名称'],
    ],
  },
  {
    title: '取餐提醒',
    keywords: [
      ['character_string1', '取餐号'],
      ['thing2', '商品名称'],
      ['thing3', '门店名称'],
      ['thing4', '温馨提示'],
    ],
  },
  {
    title: '订单送达通知',
    keywords: [
      ['character_string1', '订单编号'],
      ['thing2', '商品名称'],
      ['thing3', '温馨提示'],
    ],
  },
  {
    title: '退款成功通知',
    keywords: [
      ['amount1', '退款金额'],
      ['thing2', '商品名称'],
      ['character_string3', '订单编号'],
      ['thing4', '温馨提示'],
    ],
  },
];

/** Puts them into the sandbox's account, unless it has some. */
export async function seedTemplates({ control }: RunningSandbox): Promise<void> {
  if ((await control.templates()).length > 0) return;
  for (const { title, keywords } of templates)
    await control.addTemplate({ title, keywords: keywords.map(([key, name]) => ({ key, name })) });
}

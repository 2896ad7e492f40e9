import { defineProblems } from '../../platform/http/problem.js';

/** Every refusal of this module. */
export const catalogProblems = defineProblems('catalog', {
  not_found: { status: 404, zh: '没有找到商品', en: 'There is no such product' },
  variant_not_found: { status: 404, zh: '没有找到规格', en: 'There is no such variant' },
  category_not_found: { status: 404, zh: '没有找到分类', en: 'There is no such category' },
  store_not_found: { status: 404, zh: '没有找到门店', en: 'There is no such store' },
  not_enough: { status: 409, zh: '库存不足', en: 'Not enough is left' },
  handle_taken: { status: 409, zh: '这个标识已被其他商品使用', en: 'Another product has this handle' },
  stock_reserved: { status: 409, zh: '库存不能少于已被订单占用的数量', en: 'The stock cannot be less than what orders have reserved' },
  variant_reserved: { status: 409, zh: '有订单正占用要删除的规格', en: 'Orders have reserved a variant that would be deleted' },
  bad_options: { status: 422, zh: '规格与选项不符', en: 'The variants do not fit the options' },
  bad_modifiers: { status: 422, zh: '加料的最少和最多有误', en: 'The minimum and maximum of the modifiers cannot be' },
  bad_pictures: { status: 422, zh: '图片地址有误', en: 'A picture is not at an http address' },
  unreadable_csv: { status: 422, zh: '这不是 Shopify 商品 CSV 文件', en: 'This is not a product CSV of Shopify' },
});

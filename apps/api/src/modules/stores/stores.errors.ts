import { defineProblems } from '../../platform/http/problem.js';

/** Every refusal of this module. */
export const storesProblems = defineProblems('stores', {
  not_found: { status: 404, zh: '没有找到门店', en: 'There is no such store' },
  table_not_found: { status: 404, zh: '没有找到餐桌', en: 'There is no such table' },
  code_not_found: { status: 404, zh: '这个码已失效', en: 'This code is no longer valid' },
  product_not_found: { status: 404, zh: '没有找到商品', en: 'There is no such product' },
  label_taken: { status: 409, zh: '该门店已有同名餐桌', en: 'This store already has a table of that name' },
  bad_hours: { status: 422, zh: '营业时间有误', en: 'These opening hours cannot be' },
  bad_time_zone: { status: 422, zh: '时区名称有误', en: 'There is no such time zone' },
  image_unavailable: { status: 502, zh: '微信暂时无法生成小程序码，请稍后再试', en: 'WeChat cannot make the code now; try again later' },
});

import { defineProblems } from '../../platform/http/problem.js';

export const messagingProblems = defineProblems('messaging', {
  kind_not_found: { status: 404, zh: '没有这种消息', en: 'There is no such kind of message' },
  customer_not_found: { status: 404, zh: '没有找到顾客', en: 'There is no such customer' },
  unknown_value: { status: 422, zh: '这种消息没有这个内容', en: 'This kind of message has no such value' },
  wrong_type: { status: 422, zh: '这个内容放不进模板的这个位置', en: 'This value does not fit this place of the template' },
  half_quiet: { status: 422, zh: '免打扰要同时填开始和结束', en: 'Quiet hours need a beginning and an end' },
  bad_time_zone: { status: 422, zh: '时区名称有误', en: 'There is no such time zone' },
  unavailable: { status: 502, zh: '微信暂时没有回答，请稍后再试', en: 'WeChat does not answer now; try again later' },
});

import { defineProblems } from '../../platform/http/problem.js';

export const conversationsProblems = defineProblems('conversations', {
  not_found: { status: 404, zh: '没有找到这个会话', en: 'There is no such conversation' },
  message_not_found: { status: 404, zh: '没有找到这条消息', en: 'There is no such message' },
  picture_not_found: { status: 404, zh: '没有这张图片，或者微信已不再保存', en: 'There is no such picture, or WeChat no longer had it' },
  quick_reply_not_found: { status: 404, zh: '没有这条快捷回复', en: 'There is no such quick reply' },
  window_closed: {
    status: 409,
    zh: '微信只允许在顾客发消息后 48 小时内回复，现在要等顾客再来',
    en: 'WeChat allows an answer within 48 hours of the customer’s message: wait until they write again',
  },
  allowance_used: {
    status: 409,
    zh: '这次能回复的条数已用完，顾客再发消息后可以继续',
    en: 'All messages allowed for now are used up: more are possible once the customer writes again',
  },
  not_failed: { status: 409, zh: '只有没发成的消息才能再发', en: 'Only a message that did not go out can be sent again' },
  text_too_long: { status: 422, zh: '文字太长：微信最多收 2048 字节', en: 'The text is too long: WeChat takes 2,048 bytes' },
  colleague_not_found: { status: 422, zh: '这位同事不能接待顾客', en: 'This colleague may not handle conversations' },
  bad_hours: { status: 422, zh: '接待时间有误', en: 'These hours cannot be' },
  bad_time_zone: { status: 422, zh: '时区名称有误', en: 'There is no such time zone' },
});

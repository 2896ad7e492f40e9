import { defineProblems } from '../../platform/http/problem.js';

export const moderationProblems = defineProblems('moderation', {
  not_found: { status: 404, zh: '没有这条审核', en: 'There is no such check' },
  picture_not_found: { status: 404, zh: '没有这张图片', en: 'There is no such picture' },
  not_decidable: {
    status: 409,
    zh: '现在不能这样处理：它已经有了结果，或者还在等微信',
    en: 'It cannot be decided so now: it has been, or WeChat has not answered yet',
  },
  outdated: { status: 409, zh: '顾客已经换了新的内容', en: 'The customer has written something else since' },
  nothing_to_undo: { status: 409, zh: '没有可以撤销的处理', en: 'There is nothing to undo' },
});

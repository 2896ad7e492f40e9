import { defineProblems } from '../../platform/http/problem.js';

export const __names_camel__Problems = defineProblems('__names_snake__', {
  not_found: { status: 404, zh: '没有找到', en: 'There is no such thing' },
});

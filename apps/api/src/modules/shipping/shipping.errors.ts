import { defineProblems } from '../../platform/http/problem.js';

export const shippingProblems = defineProblems('shipping', {
  not_found: { status: 404, zh: '没有这条发货上报', en: 'There is no such shipping report' },
  not_failed: { status: 409, zh: '只有失败的上报才能处理', en: 'Only a report that failed can be handled' },
});

import { defineProblems } from '../../platform/http/problem.js';

/** Every refusal of this module. */
export const reconciliationProblems = defineProblems('reconciliation', {
  not_found: { status: 404, zh: '没有找到这条对账记录', en: 'There is no such record of reconciliation' },
  not_open: { status: 409, zh: '这项差异已经处理', en: 'This difference is closed already' },
  not_closed: { status: 409, zh: '这项差异还没有处理', en: 'This difference is still open' },
  too_old: { status: 409, zh: '微信只保留三个月的账单', en: 'WeChat keeps its bills for three months only' },
});

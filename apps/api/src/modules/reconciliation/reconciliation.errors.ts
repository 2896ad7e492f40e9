import { defineProblems } from '../../platform/http/problem.js';

/** Every refusal of this module. */
export const reconciliationProblems = defineProblems('reconciliation', {
  not_found: { status: 404, zh: '没有找到这条对账记录', en: 'There is no such record of reconciliation' },
  not_open: { status: 409, zh: '这项差异已经处理', en: 'This difference is closed already' },
  not_closed: { status: 409, zh: '这项差异还没有处理', en: 'This difference is still open' },
  too_old: { status: 409, zh: '微信只保留三个月的账单', en: 'WeChat keeps its bills for three months only' },
  all_stores: {
    status: 403,
    zh: '账单属于整个商户号，需要能看到全部门店的角色',
    en: 'A bill is of the whole merchant: it takes a role for all stores',
  },
});

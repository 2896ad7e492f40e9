import { defineTexts } from '../../lib/i18n';

export const t = defineTexts({
  audit: ['操作记录', 'Audit log'],
  auditHint: ['谁在什么时候改了什么。这里只能看，不能改。', 'Who changed what and when. It can be read only.'],
  at: ['时间', 'When'],
  who: ['谁', 'Who'],
  what: ['做了什么', 'What'],
  on: ['对象', 'On'],
  allKinds: ['全部对象', 'All kinds'],
  nothing: ['还没有操作记录', 'Nothing was changed yet'],
  nothingHint: ['员工每次修改都会记在这里。', 'Each change by an operator is kept here.'],
  nothingOfKind: ['没有这一类的记录', 'Nothing of this kind'],
  id: ['编号', 'Id'],
  thisOnly: ['只看这一个', 'Only this one'],
});

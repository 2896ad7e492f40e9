import { defineTexts } from '../../lib/i18n';

export const t = defineTexts({
  monday: ['周一', 'Monday'],
  tuesday: ['周二', 'Tuesday'],
  wednesday: ['周三', 'Wednesday'],
  thursday: ['周四', 'Thursday'],
  friday: ['周五', 'Friday'],
  saturday: ['周六', 'Saturday'],
  sunday: ['周日', 'Sunday'],
  closed: ['休息', 'Closed'],
  from: ['开始', 'From'],
  to: ['结束', 'To'],
  addInterval: ['加一段', 'Add a span'],
  removeInterval: ['移除 {from}–{to}', 'Remove {from}–{to}'],
  copyToAll: ['复制到每天', 'Copy to every day'],
  copyToWeekdays: ['复制到工作日', 'Copy to weekdays'],
  fault_time: ['请写成 09:30 这样', 'Write it like 09:30'],
  fault_order: ['结束要晚于开始', 'The end must be after the beginning'],
  fault_overlap: ['和另一段重叠了', 'It overlaps another span'],
});

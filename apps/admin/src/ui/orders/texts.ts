import { defineTexts } from '../../lib/i18n';

/** The states of an order in words. */
export const t = defineTexts({
  unpaid: ['待付款', 'To be paid'],
  paid: ['待接单', 'New'],
  accepted: ['制作中', 'In the making'],
  ready: ['待取餐', 'Ready'],
  completed: ['已完成', 'Completed'],
  cancelled: ['已取消', 'Cancelled'],
  expired: ['已过期', 'Expired'],
});

export type SheetOutcome = 'success' | 'cancel' | 'fail';

/** A sheet like WeChat's, for an h5 page that stands alone: pay, cancel, or let it fail. */
export function showPaymentSheet(): Promise<SheetOutcome> {
  const outcomes: SheetOutcome[] = ['success', 'fail'];
  return new Promise((resolve) => {
    uni.showActionSheet({
      title: '沙盒支付 Sandbox payment',
      itemList: ['支付 Pay', '支付失败 Fail'],
      success: ({ tapIndex }) => resolve(outcomes[tapIndex] ?? 'cancel'),
      fail: () => resolve('cancel'),
    });
  });
}

import type { OrderView } from '@pailou/contracts';
import { useOrders } from '@/stores/orders';
import { errorText } from './error-text';
import { useText } from './use-text';

/** Orders the same again: into the cart, over to the menu, and a word about what cannot be had any more. */
export function useAgain() {
  const orders = useOrders();
  const { t, local } = useText();
  return async (order: OrderView): Promise<void> => {
    try {
      const gone = await orders.again(order);
      if (gone.length === order.lines.length) return void uni.showToast({ icon: 'none', title: t.value.cart.againNone });
      const names = gone.map(local).join(t.value.cart.comma);
      uni.switchTab({ url: '/pages/menu/index' });
      uni.showToast({ icon: 'none', duration: 3000, title: names ? t.value.cart.againSome(names) : t.value.cart.again });
    } catch (error) {
      uni.showToast({ icon: 'none', title: errorText(error, t.value) });
    }
  };
}

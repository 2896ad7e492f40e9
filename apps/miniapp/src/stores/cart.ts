import type { CartLineView, CartView, StorefrontProduct } from '@pailou/contracts';
import { defineStore } from 'pinia';
import { computed, ref } from 'vue';
import { countOf, quantityOf, toInput, totalOf, withQuantity } from '@/lib/cart-lines';
import { errorText } from '@/lib/error-text';
import { choiceText, unitPrice, variantOf, type Choice } from '@/lib/choice';
import { Problem } from '@pailou/client';
import { load, save } from '@/lib/storage';
import { useSession } from './session';
import { useSettings } from './settings';

/** Taps that follow each other quickly go to the server together. */
const QUIET_MS = 400;

/**
 * The cart answers at once and tells the server after. What the server refuses is taken
 * back, with words; without a network it stays on the phone.
 */
export const useCart = defineStore('cart', () => {
  const session = useSession();
  const settings = useSettings();
  const storeId = ref<string | null>(null);
  const lines = ref<CartLineView[]>([]);
  /** Asks the menu to show the cart when it comes to the front. */
  const wanted = ref(false);
  let confirmed: CartLineView[] = [];
  let version = 0;
  let timer: ReturnType<typeof setTimeout> | null = null;

  const count = computed(() => countOf(lines.value));
  const totalFen = computed(() => totalOf(lines.value));
  const hasProblem = computed(() => lines.value.some(({ problem }) => problem !== null));
  const key = () => `cart:${storeId.value}`;

  function take(view: CartView) {
    lines.value = view.lines;
    confirmed = view.lines;
    save(key(), view.lines);
  }

  /** Opens the cart of a store: the phone's first, then what the server knows. */
  async function open(id: string) {
    if (storeId.value === id) return;
    if (timer) await push();
    storeId.value = id;
    lines.value = load<CartLineView[]>(key()) ?? [];
    confirmed = lines.value;
    if (session.consented) await reconcile();
  }

  /** After a sign-in: what was chosen before it is kept; else the server's cart is taken. */
  async function reconcile() {
    if (!storeId.value) return;
    if (lines.value.length) return push();
    const seen = version;
    try {
      const view = await session.client.get('/storefront/stores/{storeId}/cart', { params: { storeId: storeId.value } });
      if (seen === version) take(view);
    } catch {
      // The cart on the phone goes on; the quote of the checkout has the last word.
    }
  }

  async function push() {
    if (timer) clearTimeout(timer);
    timer = null;
    if (!session.consented || !storeId.value) return;
    const [sent, sentTo] = [version, storeId.value];
    try {
      const view = await session.client.put('/storefront/stores/{storeId}/cart', {
        params: { storeId: storeId.value },
        body: { lines: toInput(lines.value) },
      });
      if (sent === version && sentTo === storeId.value) take(view);
    } catch (error) {
      if (!(error instanceof Problem) || sent !== version || sentTo !== storeId.value) return;
      lines.value = confirmed;
      save(key(), confirmed);
      uni.showToast({ icon: 'none', title: errorText(error, settings.text) });
    }
  }

  function change(next: CartLineView[]) {
    lines.value = next;
    version += 1;
    save(key(), next);
    if (timer) clearTimeout(timer);
    timer = setTimeout(() => void push(), QUIET_MS);
  }

  function setQuantity(line: CartLineView, quantity: number) {
    change(withQuantity(lines.value, line, quantity));
  }

  function add(product: StorefrontProduct, choice: Choice) {
    const variant = variantOf(product, choice.values);
    if (!variant) return;
    const line: CartLineView = {
      variantId: variant.id,
      productId: product.id,
      modifierIds: [...choice.modifierIds],
      quantity: 0,
      name: product.name,
      choice: choiceText(product, choice, settings.locale),
      pictureUrl: product.pictures[0]?.url ?? null,
      unitFen: unitPrice(product, choice),
      totalFen: 0,
      problem: null,
    };
    setQuantity(line, quantityOf(lines.value, line) + choice.quantity);
  }
  /** Puts lines beside what is already in the cart; the same choice adds up. */
  function addLines(more: readonly CartLineView[]) {
    change(more.reduce((all, line) => withQuantity(all, line, quantityOf(all, line) + line.quantity), lines.value));
  }
  const clear = () => change([]);
  /** Once an order is made the server has emptied its cart too. */
  function ordered() {
    if (timer) clearTimeout(timer);
    timer = null;
    version += 1;
    lines.value = [];
    confirmed = [];
    save(key(), []);
  }
  const ofProduct = (productId: string) => countOf(lines.value.filter((line) => line.productId === productId));

  return {
    storeId,
    lines,
    wanted,
    count,
    totalFen,
    hasProblem,
    open,
    reconcile,
    push,
    setQuantity,
    add,
    addLines,
    clear,
    ordered,
    ofProduct,
  };
});

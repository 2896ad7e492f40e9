import type { MenuView, ScannedCode, StorefrontProduct, StorefrontStore } from '@pailou/contracts';
import { defineStore } from 'pinia';
import { computed, ref } from 'vue';
import { platform } from '@/lib/platform';
import { fresh } from '@/lib/kept';
import { load, save } from '@/lib/storage';
import { useSession } from './session';
import { useSettings } from './settings';

export interface Table {
  storeId: string;
  id: string;
  label: string;
}

/** The stores, the one the customer is at, its menu, and the table they sit at. */
export const useStore = defineStore('store', () => {
  const session = useSession();
  const settings = useSettings();
  const stores = ref<StorefrontStore[] | null>(null);
  const chosenId = ref(load<string>('storeId'));
  const current = computed(() => stores.value?.find(({ id }) => id === chosenId.value) ?? stores.value?.[0] ?? null);
  const menu = ref<MenuView | null>(null);
  const menuOf = ref<string | null>(null);
  const table = ref<Table | null>(null);
  /** A product that a shared card or a shelf code asks the menu to show. */
  const wanted = ref<string | null>(null);
  /** When what is shown was fetched, if the network is away now. */
  const offlineSince = ref<number | null>(null);

  async function seen<T>(key: string, fetch: () => Promise<T>): Promise<T> {
    const { value, since } = await fresh(key, fetch);
    offlineSince.value = since;
    return value;
  }

  async function loadStores() {
    await arriving;
    const position = settings.mayLocate ? await platform.locate() : null;
    const query = position ? { latitude: position.latitude, longitude: position.longitude } : {};
    const { items } = await seen('stores', () => session.client.get('/storefront/stores', { query, open: true }));
    stores.value = items;
  }
  function choose(id: string) {
    chosenId.value = id;
    save('storeId', id);
    if (table.value?.storeId !== id) table.value = null;
  }
  async function loadMenu() {
    const id = current.value?.id;
    if (!id) return;
    if (menuOf.value !== id) menu.value = null;
    const loaded = await seen(`menu:${id}`, () =>
      session.client.get('/storefront/stores/{storeId}/menu', { params: { storeId: id }, open: true }),
    );
    // The customer may have walked on to another store while this one answered.
    if (current.value?.id !== id) return;
    menu.value = loaded;
    menuOf.value = id;
  }
  const products = computed(() => menu.value?.categories.flatMap((category) => category.products) ?? []);
  const findProduct = (id: string): StorefrontProduct | undefined => products.value.find((product) => product.id === id);

  /** Goes where a scanned code points: its store, its table, its product. */
  async function enter(scene: string): Promise<ScannedCode> {
    const code = await session.client.get('/storefront/codes/{scene}', { params: { scene }, open: true });
    choose(code.storeId);
    if (code.tableId) {
      table.value = { storeId: code.storeId, id: code.tableId, label: code.tableLabel ?? '' };
      settings.setFulfilment('dine_in');
    }
    if (code.productId) wanted.value = code.productId;
    return code;
  }
  let arriving: Promise<void> = Promise.resolve();
  let arrivedWith = '';
  /**
   * Takes what the app was opened with: a code's scene, or a shared card's store and product.
   * The platform repeats it whenever the app comes back to the front; it counts once.
   */
  function arrive(query: { scene?: string; store?: string; product?: string }) {
    const key = [query.scene, query.store, query.product].join('|');
    if (key === '||' || key === arrivedWith) return;
    arrivedWith = key;
    if (query.store) choose(query.store);
    if (query.product) wanted.value = query.product;
    if (query.scene) {
      arriving = enter(decodeURIComponent(query.scene)).then(
        () => undefined,
        () => void uni.showToast({ icon: 'none', title: settings.text.home.notACode }),
      );
    }
  }
  return { stores, current, menu, products, table, wanted, offlineSince, loadStores, loadMenu, choose, enter, arrive, findProduct };
});

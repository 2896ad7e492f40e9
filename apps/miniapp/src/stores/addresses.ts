import type { AddressInput, AddressView } from '@pailou/contracts';
import { defineStore } from 'pinia';
import { computed, ref } from 'vue';
import { fresh } from '@/lib/kept';
import { useSession } from './session';

/** The address book, and the one that the order in hand goes to. */
export const useAddresses = defineStore('addresses', () => {
  const { client } = useSession();
  const all = ref<AddressView[] | null>(null);
  /** When the book was seen, if the network is away now. */
  const since = ref<number | null>(null);
  const pickedId = ref<string | null>(null);
  /** The picked one, else the default, which the server lists first. */
  const picked = computed(() => all.value?.find(({ id }) => id === pickedId.value) ?? all.value?.[0] ?? null);

  async function load() {
    const seen = await fresh('addresses', () => client.get('/storefront/me/addresses'));
    all.value = seen.value;
    since.value = seen.since;
  }
  async function keep(id: string | null, input: AddressInput) {
    const address = await (id
      ? client.put('/storefront/me/addresses/{id}', { params: { id }, body: input })
      : client.post('/storefront/me/addresses', { body: input }));
    pickedId.value = address.id;
    await load();
  }
  async function remove(id: string) {
    await client.delete('/storefront/me/addresses/{id}', { params: { id } });
    await load();
  }
  return { all, since, picked, pickedId, load, keep, remove };
});

import { computed, type WritableComputedRef } from 'vue';
import { useRoute, useRouter } from 'vue-router';

/** One filter kept in the address (`?name=`): shared by a link, remembered by the back button. */
export function useAddressParam(name: string): WritableComputedRef<string> {
  const route = useRoute();
  const router = useRouter();
  return computed({
    get: () => {
      const value = route.query[name];
      return typeof value === 'string' ? value : '';
    },
    set: (value) => {
      const query = { ...route.query };
      if (value) query[name] = value;
      else delete query[name];
      void router.replace({ query });
    },
  });
}

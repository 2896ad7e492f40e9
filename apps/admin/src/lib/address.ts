import { computed, type WritableComputedRef } from 'vue';
import { useRoute, useRouter } from 'vue-router';

/** One filter kept in the address (`?name=`): shared by a link, remembered by the back button. Of `allowed`, if given, else empty. */
export function useAddressParam<T extends string = string>(name: string, allowed?: readonly T[]): WritableComputedRef<T | ''> {
  const route = useRoute();
  const router = useRouter();
  return computed({
    get: () => {
      const value = route.query[name];
      return isOne(value, allowed) ? value : '';
    },
    set: (value) => {
      const query = { ...route.query };
      if (value) query[name] = value;
      else delete query[name];
      void router.replace({ query });
    },
  });
}

function isOne<T extends string>(value: unknown, allowed: readonly T[] | undefined): value is T {
  return typeof value === 'string' && (allowed === undefined || allowed.some((one) => one === value));
}

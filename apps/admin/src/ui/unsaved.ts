import { onBeforeUnmount, onMounted, type Ref } from 'vue';
import { onBeforeRouteLeave } from 'vue-router';
import { c } from '../lib/texts';
import { confirmDanger } from './confirm-danger';

/** Asks before a changed form is lost, by another page or by closing the tab. */
export function useUnsaved(dirty: Readonly<Ref<boolean>>): void {
  const warn = (event: BeforeUnloadEvent) => {
    if (dirty.value) event.preventDefault();
  };
  onMounted(() => addEventListener('beforeunload', warn));
  onBeforeUnmount(() => removeEventListener('beforeunload', warn));
  onBeforeRouteLeave(() => !dirty.value || confirmDanger(c('leave'), c('unsaved'), c('leave')));
}

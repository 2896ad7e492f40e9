import { onBeforeUnmount, onMounted, type Ref } from 'vue';
import { onBeforeRouteLeave } from 'vue-router';
import { c } from '../lib/texts';
import { confirmDanger } from './confirm-danger';

/**
 * Asks before a changed form is left, by another page or by closing the tab.
 * @param kept whether a draft of it stays at this device
 */
export function useUnsaved(dirty: Readonly<Ref<boolean>>, kept = false): void {
  const warn = (event: BeforeUnloadEvent) => {
    if (dirty.value) event.preventDefault();
  };
  onMounted(() => addEventListener('beforeunload', warn));
  onBeforeUnmount(() => removeEventListener('beforeunload', warn));
  onBeforeRouteLeave(() => !dirty.value || confirmDanger(c('leaveTitle'), kept ? c('unsavedKept') : c('unsaved'), c('leave'), c('stay')));
}

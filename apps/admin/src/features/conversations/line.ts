import { useQuery, useQueryClient } from '@tanstack/vue-query';
import { ElNotification } from 'element-plus';
import { computed, reactive, ref, watch, type Ref } from 'vue';
import { useRouter } from 'vue-router';
import { chime } from '../../lib/chime';
import { api } from '../../lib/client';
import { useLive, type LiveMessage } from '../../lib/live';
import { useSession } from '../../lib/session';
import { nameOf, previewOf } from './said';

/** Whether the line that brings messages is up. */
export const connected = ref(true);
/** Colleagues who write just now, by conversation. */
export const writers = reactive(new Map<string, { name: string; until: number }>());
/** So long it holds without being said again, milliseconds. */
const writesForMs = 15_000;

interface News {
  conversationId: string;
  messageId?: string | null;
  typing?: { operatorId: string; name: string; on: boolean };
}
const isNews = (data: unknown): data is News => typeof data === 'object' && data !== null && 'conversationId' in data;

/**
 * The one live line of conversations, kept by the shell on every page: it refreshes what is shown, rings and gives
 * notice of what a customer wrote.
 * @returns how many messages wait for this operator
 */
export function useUnread(): Readonly<Ref<number>> {
  const { me, can } = useSession();
  const may = computed(() => can('conversations:handle'));
  const client = useQueryClient();
  const router = useRouter();
  const { data } = useQuery({
    queryKey: ['conversations', 'unread'],
    queryFn: () => api.get('/admin/conversations/unread'),
    enabled: may,
    refetchInterval: 60_000,
  });
  const unread = computed(() => (may.value ? (data.value?.messages ?? 0) : 0));
  const readAgain = () => void client.invalidateQueries({ queryKey: ['conversations'] });
  let latest = '';

  function hear({ data: news }: LiveMessage): void {
    if (!isNews(news)) return readAgain();
    const { conversationId, messageId, typing } = news;
    if (typing) return noteWriter(conversationId, typing, me.value?.id);
    writers.delete(conversationId);
    if (messageId) latest = conversationId;
    readAgain();
  }
  const up = useLive(
    computed(() => (may.value ? ['conversations:all'] : [])),
    hear,
    readAgain,
  );
  watch(up, (now) => (connected.value = now));

  const looksAt = (id: string) =>
    document.hasFocus() && router.currentRoute.value.path === '/conversations' && router.currentRoute.value.query['chat'] === id;
  // Only what comes in while one is here is announced, not what waited already.
  watch(
    () => data.value?.messages,
    async (now, before) => {
      if (now === undefined || before === undefined || now <= before || looksAt(latest)) return;
      chime();
      if (latest) await announce(latest);
    },
  );
  async function announce(id: string): Promise<void> {
    const one = await api.get('/admin/conversations/{id}', { params: { id } }).catch(() => null);
    if (one?.last?.from !== 'customer') return;
    const notice = ElNotification({
      title: nameOf(one),
      message: previewOf(one.last),
      position: 'bottom-right',
      duration: 6000,
      customClass: 'conversation-notice',
      onClick: () => {
        notice.close();
        void router.push({ path: '/conversations', query: { chat: id } });
      },
    });
  }
  return unread;
}

function noteWriter(conversationId: string, { operatorId, name, on }: NonNullable<News['typing']>, me: string | undefined): void {
  if (operatorId === me) return;
  if (on) writers.set(conversationId, { name, until: Date.now() + writesForMs });
  else writers.delete(conversationId);
}

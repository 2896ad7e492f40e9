import type { AssignConversation, ChatMessageView, ConversationSettings, PageOf, QuickReplyInput, SendChatCard } from '@pailou/contracts';
import { type InfiniteData, type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed, type Ref } from 'vue';
import { api } from '../../lib/client';
import { usePageList } from '../../lib/page-list';

/** What the address may ask for; the empty text is every conversation. */
export const views = ['mine', 'unassigned'] as const;
type View = (typeof views)[number];

export function useConversations(view: Ref<View | ''>, onlyUnread: Ref<boolean>) {
  return usePageList(
    ['conversations', 'list'],
    computed(() => ({ view: view.value || ('all' as const), unread: onlyUnread.value ? ('true' as const) : undefined })),
    (query) => api.get('/admin/conversations', { query }),
  );
}

/** One conversation. Asked again now and then: WeChat's windows end without a message. */
export const useConversation = (id: Ref<string>) =>
  useQuery({
    queryKey: ['conversations', 'one', id],
    queryFn: () => api.get('/admin/conversations/{id}', { params: { id: id.value } }),
    refetchInterval: 20_000,
  });

/** What was said, the newest first. */
export const useMessages = (id: Ref<string>) =>
  usePageList(
    ['conversations', 'messages'],
    computed(() => ({ id: id.value })),
    ({ id: conversation, ...query }) => api.get('/admin/conversations/{id}/messages', { params: { id: conversation }, query }),
  );

/** The answer stands in the thread at once; the live line tells how it ends. */
function remember(client: QueryClient, id: string, message: ChatMessageView): void {
  client.setQueryData<InfiniteData<PageOf<ChatMessageView>>>(['conversations', 'messages', JSON.stringify({ id })], (kept) => {
    const [first, ...rest] = kept?.pages ?? [];
    if (!kept || !first || first.items.some((one) => one.id === message.id)) return kept;
    return { ...kept, pages: [{ ...first, items: [message, ...first.items] }, ...rest] };
  });
  void client.invalidateQueries({ queryKey: ['conversations'] });
}

export type Outgoing = { text: string } | { picture: File } | { card: SendChatCard } | { again: string };

function post(id: string, message: Outgoing, idempotencyKey: string): Promise<ChatMessageView> {
  const params = { id };
  if ('text' in message) return api.post('/admin/conversations/{id}/texts', { params, body: message, idempotencyKey });
  if ('card' in message) return api.post('/admin/conversations/{id}/cards', { params, body: message.card, idempotencyKey });
  if ('picture' in message) return api.post('/admin/conversations/{id}/pictures', { params, file: message.picture, idempotencyKey });
  const again = { id, messageId: message.again };
  return api.post('/admin/conversations/{id}/messages/{messageId}/again', { params: again, idempotencyKey });
}

/** Writes to the customer; the key makes a second press of the same intent harmless. */
export function useSend() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, message, key }: { id: string; message: Outgoing; key: string }) => post(id, message, key),
    onSuccess: (sent, { id }) => remember(client, id, sent),
    // The window may have closed meanwhile: show what is true now.
    onError: () => client.invalidateQueries({ queryKey: ['conversations', 'one'] }),
  });
}

function useChange<Input, Answer>(mutationFn: (input: Input) => Promise<Answer>, key = 'conversations') {
  const client = useQueryClient();
  return useMutation({ mutationFn, onSuccess: () => client.invalidateQueries({ queryKey: [key] }) });
}
export const useRead = () =>
  useChange(({ id, messageId }: { id: string; messageId: string }) =>
    api.post('/admin/conversations/{id}/read', { params: { id }, body: { messageId } }),
  );
export const useAssign = () =>
  useChange(({ id, ...body }: { id: string } & AssignConversation) =>
    api.post('/admin/conversations/{id}/assign', { params: { id }, body }),
  );

/** A courtesy: when it fails, nobody is told. */
export async function showTyping(id: string, on: boolean): Promise<void> {
  await api.post('/admin/conversations/{id}/typing', { params: { id }, body: { on } }).catch(() => undefined);
}

export const useColleagues = (wanted: Ref<boolean>) =>
  useQuery({
    queryKey: ['conversation-settings', 'colleagues'],
    queryFn: () => api.get('/admin/conversations/colleagues'),
    enabled: wanted,
  });

export const useQuickReplies = () =>
  useQuery({
    queryKey: ['conversation-settings', 'quick-replies'],
    queryFn: () => api.get('/admin/conversations/quick-replies'),
    staleTime: 60_000,
  });
const settings = 'conversation-settings';
export const useSaveQuickReply = () =>
  useChange(
    ({ id, body }: { id: string | null; body: QuickReplyInput }) =>
      id
        ? api.put('/admin/conversations/quick-replies/{replyId}', { params: { replyId: id }, body })
        : api.post('/admin/conversations/quick-replies', { body }),
    settings,
  );
export const useRemoveQuickReply = () =>
  useChange((replyId: string) => api.delete('/admin/conversations/quick-replies/{replyId}', { params: { replyId } }), settings);

export const useReplySettings = () =>
  useQuery({
    queryKey: ['conversation-settings', 'settings'],
    queryFn: () => api.get('/admin/conversations/settings'),
    refetchOnWindowFocus: false,
  });
export const useSaveReplySettings = () =>
  useChange((body: ConversationSettings) => api.put('/admin/conversations/settings', { body }), settings);

/** The customer's newest orders, for the side of the chat. */
export const useTheirOrders = (customerId: Ref<string>, may: Ref<boolean>) =>
  useQuery({
    queryKey: ['orders', 'of', customerId],
    queryFn: async () => (await api.get('/admin/orders', { query: { customerId: customerId.value, limit: 8 } })).items,
    enabled: computed(() => may.value && customerId.value !== ''),
  });
export const useProfile = (customerId: Ref<string>, may: Ref<boolean>) =>
  useQuery({
    queryKey: ['customers', 'one', customerId],
    queryFn: () => api.get('/admin/customers/{id}', { params: { id: customerId.value } }),
    enabled: computed(() => may.value && customerId.value !== ''),
  });
export const useProducts = (q: Ref<string>, wanted: Ref<boolean>) =>
  useQuery({
    queryKey: ['products', 'find', q],
    queryFn: async () => (await api.get('/admin/products', { query: { q: q.value, status: 'active', limit: 12 } })).items,
    enabled: wanted,
  });

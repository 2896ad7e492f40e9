import { pictureUrl } from './config';
import type { ContactWish, ShareCard } from './platform/platform';
import { platform } from './platform';
import { useStore } from '@/stores/store';

/** What `bindcontact` tells when a card in the chat was tapped; empty when the customer merely came back. */
export interface FromChat {
  path?: string;
  query?: Record<string, string>;
}

const tabs = ['pages/home/index', 'pages/menu/index', 'pages/orders/index', 'pages/me/index'];

/** Where a card of the chat leads; null where nothing was tapped. A tab takes no query: its own is told to the store. */
export function targetOf({ path = '', query = {} }: FromChat): { tab: boolean; url: string; query: Record<string, string> } | null {
  const page = path.replace(/^\/+/, '').replace(/\.html$/, '');
  if (!page) return null;
  const tab = tabs.includes(page);
  const search = Object.entries(query).map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`);
  return { tab, url: `/${page}${!tab && search.length ? `?${search.join('&')}` : ''}`, query };
}

/** Opens the page of a card that was tapped in the chat. */
export function openFromChat(event: { detail?: FromChat }): void {
  const target = targetOf(event.detail ?? {});
  if (!target) return;
  if (!target.tab) return void uni.navigateTo({ url: target.url });
  const store = useStore();
  const { store: storeId, product } = target.query;
  if (storeId) store.choose(storeId);
  if (product) store.wanted = product;
  uni.switchTab({ url: target.url });
}

/** How WeChat's own button opens the chat; absent where we open it ourselves. */
export const contactType = platform.contact ? undefined : 'contact';

/** Opens the chat with the shop where no button of the platform does. */
export async function contact(wish: ContactWish): Promise<void> {
  await platform.contact?.(wish);
}

/** The card that stands ready in the chat when the customer asks about an order. */
export function orderCard(
  order: { id: string; number: string; lines: readonly { pictureUrl: string | null }[] },
  title: string,
): ShareCard {
  return {
    title: `${title} ${order.number}`,
    path: `packages/orders/detail?id=${order.id}`,
    imageUrl: pictureUrl(order.lines.find((line) => line.pictureUrl)?.pictureUrl),
  };
}

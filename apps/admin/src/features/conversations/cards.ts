/** Cards of the mini program that an operator can send. */
import type { ProductView, SendChatCard } from '@pailou/contracts';
import { localized } from '../../lib/i18n';
import { t } from './texts';

export const pages = [
  { key: 'home', path: 'pages/home/index' },
  { key: 'menu', path: 'pages/menu/index' },
  { key: 'orders', path: 'pages/orders/index' },
  { key: 'stores', path: 'packages/stores/list' },
] as const;

const titleLength = 60;
/** The API makes covers of our own pictures alone; one from elsewhere (an import) gets the cover of the house. */
const own = (url: string | undefined): string | null =>
  url && /^\/media\/[a-z-]{1,32}\/[\w-]{1,64}\.(webp|png|jpg)$/.test(url) ? url : null;

export function productCard(product: Pick<ProductView, 'id' | 'name' | 'pictures'>): SendChatCard {
  return {
    title: localized(product.name).slice(0, titleLength),
    pagePath: `pages/menu/index?product=${product.id}`,
    coverUrl: own(product.pictures[0]?.url),
  };
}

export function orderCard(order: { id: string; number: string; lines: readonly { pictureUrl: string | null }[] }): SendChatCard {
  return {
    title: t('orderCard', { number: order.number }),
    pagePath: `packages/orders/detail?id=${order.id}`,
    coverUrl: own(order.lines.find(({ pictureUrl }) => own(pictureUrl ?? undefined))?.pictureUrl ?? undefined),
  };
}

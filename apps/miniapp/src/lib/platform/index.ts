export { platform } from '#platform';
export type { ContactWish, Platform, Position, ShareCard } from './platform';

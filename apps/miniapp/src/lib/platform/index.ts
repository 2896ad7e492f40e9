export { platform } from '#platform';
export type { Platform, Position, ShareCard } from './platform';

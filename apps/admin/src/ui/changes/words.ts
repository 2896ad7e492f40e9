/** Words for the API's names of actions and things; a name that is not known yet is shown as it is. */
import { t } from './texts';

export const kinds = [
  'product',
  'variant',
  'category',
  'store',
  'store_code',
  'order',
  'operator',
  'invitation',
  'role',
  'message_kind',
  'messaging',
  'shipping_report',
  'moderation_check',
  'conversation',
  'conversations',
  'money_task',
  'bill',
] as const;
const deeds = [
  'approve',
  'reject',
  'undo',
  'assign',
  'retry',
  'handle',
  'close',
  'reopen',
  'fetch',
  'map',
  'unmap',
  'settings',
  'set_stock',
  'set_availability',
  'enable_totp',
  'disable_totp',
  'change_password',
  'create',
  'update',
  'delete',
  'import',
  'accept',
  'ready',
  'complete',
  'cancel',
  'cash',
  'refund',
  'take_back',
  'invite',
] as const;

export function kindWord(entityType: string): string {
  const known = kinds.find((kind) => kind === entityType);
  return known ? t(`kind_${known}`) : entityType;
}

/** `catalog.update_product` is "Changed"; what it was done to stands beside it. */
export function deedWord(action: string): string {
  const name = action.slice(action.indexOf('.') + 1);
  const known = deeds.find((deed) => name === deed || name.startsWith(`${deed}_`));
  return known ? t(`did_${known}`) : action;
}

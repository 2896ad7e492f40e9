export { MessagingModule } from './messaging.module.js';
export { MessageKinds } from './message-kinds.js';
export type { MessageKind, MessageValue } from './message-kinds.js';
export { Messages } from './messages.service.js';
export type { OutgoingMessage } from './messages.service.js';

export { ModerationModule } from './moderation.module.js';
export { Moderation, type KeptPicture, type Proposal } from './moderation.service.js';
export { ModeratedKinds, type ModeratedContext, type ModeratedKind } from './moderated-kinds.js';

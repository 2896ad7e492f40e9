import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/index.js';
import { MessageGrants } from './message-grants.js';
import { MessageKinds } from './message-kinds.js';
import { Messages } from './messages.service.js';
import { MessagingPersonalData } from './messaging-personal-data.js';
import { MessagingAdminController } from './messaging.admin.controller.js';
import { MessagingController } from './messaging.controller.js';
import { MessagingJobs } from './messaging.jobs.js';
import { MessagingPushes } from './messaging.pushes.js';
import { MessagingQueries } from './messaging.queries.js';
import { MessagingService } from './messaging.service.js';

@Module({
  imports: [IdentityModule],
  controllers: [MessagingController, MessagingAdminController],
  providers: [
    MessageGrants,
    MessageKinds,
    Messages,
    MessagingJobs,
    MessagingPersonalData,
    MessagingPushes,
    MessagingQueries,
    MessagingService,
  ],
  exports: [MessageKinds, Messages],
})
export class MessagingModule {}

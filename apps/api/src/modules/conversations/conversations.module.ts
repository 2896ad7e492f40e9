import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/index.js';
import { OperatorsModule } from '../operators/index.js';
import { ChatMedia } from './chat-media.js';
import { ChatOutbox } from './chat-outbox.js';
import { ConversationTopics } from './conversation-topics.js';
import { ConversationsAdminController } from './conversations.admin.controller.js';
import { ConversationsJobs } from './conversations.jobs.js';
import { ConversationsPersonalData } from './conversations-personal-data.js';
import { ConversationsPushes } from './conversations.pushes.js';
import { ConversationsQueries } from './conversations.queries.js';
import { ConversationsService } from './conversations.service.js';
import { ConversationsSettings } from './conversations-settings.service.js';

@Module({
  imports: [IdentityModule, OperatorsModule],
  controllers: [ConversationsAdminController],
  providers: [
    ChatMedia,
    ChatOutbox,
    ConversationTopics,
    ConversationsJobs,
    ConversationsPersonalData,
    ConversationsPushes,
    ConversationsQueries,
    ConversationsService,
    ConversationsSettings,
  ],
})
export class ConversationsModule {}

import { Module } from '@nestjs/common';
import { ModeratedKinds } from './moderated-kinds.js';
import { ModerationAdminController } from './moderation.admin.controller.js';
import { ModerationDecisions } from './moderation-decisions.js';
import { ModerationDesk } from './moderation-desk.service.js';
import { ModerationJobs } from './moderation.jobs.js';
import { ModerationPushes } from './moderation.pushes.js';
import { ModerationQueries } from './moderation.queries.js';
import { Moderation } from './moderation.service.js';
import { ModerationTopics } from './moderation-topics.js';
import { UncheckedPicturesController } from './unchecked-pictures.controller.js';

@Module({
  controllers: [ModerationAdminController, UncheckedPicturesController],
  providers: [
    ModeratedKinds,
    Moderation,
    ModerationDecisions,
    ModerationDesk,
    ModerationJobs,
    ModerationPushes,
    ModerationQueries,
    ModerationTopics,
  ],
  exports: [ModeratedKinds, Moderation],
})
export class ModerationModule {}

import { Module } from '@nestjs/common';
import { MessagingModule } from '../messaging/index.js';
import { GoingLiveAdminController } from './going-live.admin.controller.js';
import { GoingLive } from './going-live.service.js';

@Module({ imports: [MessagingModule], controllers: [GoingLiveAdminController], providers: [GoingLive], exports: [GoingLive] })
export class GoingLiveModule {}

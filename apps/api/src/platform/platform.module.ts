import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { Clock } from '../kernel/time.js';
import { Audit } from './audit/audit.js';
import { CallerGuard } from './auth/caller.guard.js';
import { AuthRegistry } from './auth/callers.js';
import { DeclaredCallers } from './auth/declared-callers.js';
import { Config } from './config/config.js';
import { Database } from './database/database.js';
import { HealthController } from './health/health.controller.js';
import { Warnings } from './health/warnings.js';
import { Idempotency } from './http/idempotency.js';
import { ProblemFilter } from './http/problem.filter.js';
import { Handlers } from './jobs/handlers.js';
import { Jobs } from './jobs/jobs.js';
import { Live } from './live/live.js';
import { LiveGateway } from './live/live.gateway.js';
import { LiveTopics } from './live/live-topics.js';
import { Docs } from './openapi/docs.js';
import { OpenApi } from './openapi/openapi.js';
import { ListenerRegistry } from './outbox/listeners.js';
import { Outbox } from './outbox/outbox.js';
import { MediaController } from './storage/media.controller.js';
import { Storage } from './storage/storage.js';
import { Push } from './wechat/push.js';
import { PushController } from './wechat/push.controller.js';
import { Wechat } from './wechat/wechat.js';
import { WechatAlarms } from './wechat/wechat-alarms.js';

/** What every module stands on; it knows no business noun. */
@Global()
@Module({})
export class PlatformModule {
  static with(parts: { config: Config; database: Database; clock: Clock }): DynamicModule {
    const shared = [
      AuthRegistry,
      Audit,
      Handlers,
      Idempotency,
      Jobs,
      ListenerRegistry,
      Live,
      LiveTopics,
      Outbox,
      Push,
      Storage,
      Warnings,
      Wechat,
      WechatAlarms,
    ];
    const given = [
      { provide: Config, useValue: parts.config },
      { provide: Database, useValue: parts.database },
      { provide: Clock, useValue: parts.clock },
    ];
    return {
      module: PlatformModule,
      imports: [DiscoveryModule],
      controllers: [HealthController, MediaController, PushController],
      providers: [
        ...given,
        ...shared,
        DeclaredCallers,
        Docs,
        LiveGateway,
        OpenApi,
        { provide: APP_GUARD, useClass: CallerGuard },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
      exports: [Config, Database, Clock, ...shared],
    };
  }
}

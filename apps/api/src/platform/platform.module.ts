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
import { ProblemFilter } from './http/problem.filter.js';
import { Handlers } from './jobs/handlers.js';
import { Jobs } from './jobs/jobs.js';
import { ListenerRegistry } from './outbox/listeners.js';
import { Outbox } from './outbox/outbox.js';

/** What every module stands on; it knows no business noun. */
@Global()
@Module({})
export class PlatformModule {
  static with(parts: { config: Config; database: Database; clock: Clock }): DynamicModule {
    const shared = [AuthRegistry, Audit, Handlers, Jobs, ListenerRegistry, Outbox];
    const given = [
      { provide: Config, useValue: parts.config },
      { provide: Database, useValue: parts.database },
      { provide: Clock, useValue: parts.clock },
    ];
    return {
      module: PlatformModule,
      imports: [DiscoveryModule],
      controllers: [HealthController],
      providers: [...given, ...shared, DeclaredCallers, { provide: APP_GUARD, useClass: CallerGuard }, { provide: APP_FILTER, useClass: ProblemFilter }],
      exports: [Config, Database, Clock, ...shared],
    };
  }
}

import { type DynamicModule, Module } from '@nestjs/common';
import { IdentityModule } from './modules/identity/index.js';
import { OperatorsModule } from './modules/operators/index.js';
import { StoresModule } from './modules/stores/index.js';
import { PaymentsModule } from './modules/payments/index.js';
import { PlatformModule } from './platform/platform.module.js';

/** The list of modules, nothing else. */
@Module({})
export class AppModule {
  static with(parts: Parameters<typeof PlatformModule.with>[0]): DynamicModule {
    return { module: AppModule, imports: [PlatformModule.with(parts), IdentityModule, OperatorsModule, StoresModule, PaymentsModule] };
  }
}

import { type DynamicModule, Module } from '@nestjs/common';
import { CatalogModule } from './modules/catalog/index.js';
import { ConversationsModule } from './modules/conversations/index.js';
import { GoingLiveModule } from './modules/going-live/index.js';
import { IdentityModule } from './modules/identity/index.js';
import { MessagingModule } from './modules/messaging/index.js';
import { ModerationModule } from './modules/moderation/index.js';
import { OperatorsModule } from './modules/operators/index.js';
import { ShippingModule } from './modules/shipping/index.js';
import { StoresModule } from './modules/stores/index.js';
import { PaymentsModule } from './modules/payments/index.js';
import { OrderMoneyModule } from './modules/order-money/index.js';
import { ReconciliationModule } from './modules/reconciliation/index.js';
import { OrdersModule } from './modules/orders/index.js';
import { PlatformModule } from './platform/platform.module.js';

/** The list of modules, nothing else. */
@Module({})
export class AppModule {
  static with(parts: Parameters<typeof PlatformModule.with>[0]): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(parts),
        CatalogModule,
        ConversationsModule,
        GoingLiveModule,
        IdentityModule,
        MessagingModule,
        ModerationModule,
        OperatorsModule,
        StoresModule,
        PaymentsModule,
        OrdersModule,
        ShippingModule,
        ReconciliationModule,
        OrderMoneyModule,
      ],
    };
  }
}

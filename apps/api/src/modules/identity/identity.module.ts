import { Module } from '@nestjs/common';
import { ModerationModule } from '../moderation/index.js';
import { AddressesService } from './addresses.service.js';
import { CustomerIdentities } from './customer-identities.js';
import { CustomerProfile } from './customer-profile.js';
import { IdentityAdminController } from './identity.admin.controller.js';
import { IdentityController } from './identity.controller.js';
import { IdentityQueries } from './identity.queries.js';
import { IdentityService } from './identity.service.js';
import { PersonalData } from './personal-data.js';

@Module({
  imports: [ModerationModule],
  controllers: [IdentityController, IdentityAdminController],
  providers: [AddressesService, CustomerIdentities, CustomerProfile, IdentityQueries, IdentityService, PersonalData],
  exports: [AddressesService, CustomerIdentities, PersonalData],
})
export class IdentityModule {}

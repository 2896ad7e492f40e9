export { IdentityModule } from './identity.module.js';
export { AddressesService } from './addresses.service.js';
export { CustomerIdentities } from './customer-identities.js';
export { PersonalData } from './personal-data.js';

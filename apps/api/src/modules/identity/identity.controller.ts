import { Controller, Delete, Get, Headers, Patch, Post, Put, Req } from '@nestjs/common';
import {
  AddressInput,
  AddressView,
  GiveConsent,
  LinkPhone,
  OwnCustomerView,
  PrivacyView,
  SessionView,
  SignIn,
  UpdateCustomer,
} from '@pailou/contracts';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { CurrentCustomer, Customer, type CustomerCaller, Public } from '../../platform/auth/callers.js';
import { Config } from '../../platform/config/config.js';
import { Answers, Says } from '../../platform/http/answers.js';
import { Limit } from '../../platform/http/limit.js';
import { languageOf } from '../../platform/http/problem.filter.js';
import { readUpload, TakesUpload } from '../../platform/http/upload.js';
import { ZBody, ZParam } from '../../platform/http/zod.pipe.js';
import { AddressesService } from './addresses.service.js';
import { CustomerProfile } from './customer-profile.js';
import { IdentityQueries } from './identity.queries.js';
import { IdentityService } from './identity.service.js';
import { privacyPolicy } from './privacy-policy.js';

const avatarBytes = 5 * 1024 * 1024;

@Controller('storefront')
export class IdentityController {
  constructor(
    private readonly addresses: AddressesService,
    private readonly profile: CustomerProfile,
    private readonly queries: IdentityQueries,
    private readonly service: IdentityService,
    private readonly config: Config,
  ) {}

  @Post('sign-in')
  @Public()
  @Limit(120, 60)
  @Says('Sign in by the code of wx.login')
  @Answers(SessionView)
  signIn(@ZBody(SignIn) { code }: SignIn): Promise<SessionView> {
    return this.service.signIn(code);
  }

  @Get('privacy')
  @Public()
  @Says('The privacy policy in force')
  @Answers(PrivacyView)
  privacy(@Headers('accept-language') language?: string): PrivacyView {
    return privacyPolicy(languageOf(language), this.config.filingNumber);
  }

  @Get('me')
  @Customer()
  @Says('Who is signed in')
  @Answers(OwnCustomerView)
  me(@CurrentCustomer() { customerId }: CustomerCaller): Promise<OwnCustomerView> {
    return this.profile.own(customerId);
  }

  @Patch('me')
  @Customer()
  @Limit(60, 60)
  @Says('Change nickname or language; others see a new nickname once it passed the content check')
  @Answers(OwnCustomerView)
  update(
    @CurrentCustomer() { customerId }: CustomerCaller,
    @ZBody(UpdateCustomer) changes: z.output<typeof UpdateCustomer>,
  ): Promise<OwnCustomerView> {
    return this.service.update(customerId, changes);
  }

  @Post('me/avatar')
  @Customer()
  @Limit(20, 60)
  @TakesUpload()
  @Says('Upload an avatar; others see it once it passed the content check')
  @Answers(OwnCustomerView)
  async avatar(@CurrentCustomer() { customerId }: CustomerCaller, @Req() request: FastifyRequest): Promise<OwnCustomerView> {
    const { bytes } = await readUpload(request, { maxBytes: avatarBytes });
    return this.service.setAvatar(customerId, bytes);
  }

  @Post('me/phone')
  @Customer()
  @Limit(20, 60)
  @Says('Link the phone number behind the code of WeChat’s button')
  @Answers(OwnCustomerView)
  phone(
    @CurrentCustomer() { customerId }: CustomerCaller,
    @ZBody(LinkPhone) { code }: z.output<typeof LinkPhone>,
  ): Promise<OwnCustomerView> {
    return this.service.linkPhone(customerId, code);
  }

  @Post('me/consents')
  @Customer()
  @Says('Agree to the privacy policy')
  @Answers(OwnCustomerView)
  consent(
    @CurrentCustomer() { customerId }: CustomerCaller,
    @ZBody(GiveConsent) { version }: z.output<typeof GiveConsent>,
  ): Promise<OwnCustomerView> {
    return this.service.consent(customerId, version);
  }

  @Get('me/export')
  @Customer()
  @Limit(10, 60)
  @Says('All that is kept of oneself')
  @Answers(z.record(z.string(), z.unknown()))
  export(@CurrentCustomer() { customerId }: CustomerCaller): Promise<Record<string, unknown>> {
    return this.service.export(customerId);
  }

  @Delete('me')
  @Customer()
  @Says('Delete oneself, at once and for good')
  @Answers(null, 204)
  delete(@CurrentCustomer() { customerId }: CustomerCaller): Promise<void> {
    return this.service.delete(customerId);
  }

  @Get('me/addresses')
  @Customer()
  @Says('The address book, the default first')
  @Answers(z.array(AddressView))
  listAddresses(@CurrentCustomer() { customerId }: CustomerCaller): Promise<AddressView[]> {
    return this.queries.addresses(customerId);
  }

  @Post('me/addresses')
  @Customer()
  @Says('Add an address')
  @Answers(AddressView, 201)
  addAddress(@CurrentCustomer() { customerId }: CustomerCaller, @ZBody(AddressInput) input: AddressInput): Promise<AddressView> {
    return this.addresses.add(customerId, input);
  }

  @Put('me/addresses/:id')
  @Customer()
  @Says('Change an address')
  @Answers(AddressView)
  changeAddress(
    @CurrentCustomer() { customerId }: CustomerCaller,
    @ZParam('id') id: string,
    @ZBody(AddressInput) input: AddressInput,
  ): Promise<AddressView> {
    return this.addresses.change(customerId, id, input);
  }

  @Delete('me/addresses/:id')
  @Customer()
  @Says('Remove an address')
  @Answers(null, 204)
  removeAddress(@CurrentCustomer() { customerId }: CustomerCaller, @ZParam('id') id: string): Promise<void> {
    return this.addresses.remove(customerId, id);
  }
}

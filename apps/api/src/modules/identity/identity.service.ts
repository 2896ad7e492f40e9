import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { OwnCustomerView, SessionView, UpdateCustomer } from '@pailou/contracts';
import type { z } from 'zod';
import { newId } from '../../kernel/ids.js';
import { Clock } from '../../kernel/time.js';
import { AuthRegistry } from '../../platform/auth/callers.js';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import { Problem, type ProblemDef } from '../../platform/http/problem.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { Storage } from '../../platform/storage/storage.js';
import { Wechat, type WechatError } from '../../platform/wechat/wechat.js';
import { Moderation } from '../moderation/index.js';
import { CustomerIdentities } from './customer-identities.js';
import { CustomerProfile } from './customer-profile.js';
import { readCustomerToken, signCustomerToken } from './customer-token.js';
import { identityProblems } from './identity.errors.js';
import { IdentityQueries } from './identity.queries.js';
import { PersonalData } from './personal-data.js';
import { privacyVersion } from './privacy-policy.js';

/** errcodes of a code that is spent, late, or of another app: the client asks for a new one. */
const spentCodes = new Set(['40029', '40163', '40013']);
const blockedCode = '40226';
const tooOftenCode = '45011';

/** Customers: who they are, what they allow, and how they leave. */
@Injectable()
export class IdentityService implements OnModuleInit {
  constructor(
    private readonly auth: AuthRegistry,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly database: Database,
    private readonly identities: CustomerIdentities,
    private readonly moderation: Moderation,
    private readonly outbox: Outbox,
    private readonly personalData: PersonalData,
    private readonly profile: CustomerProfile,
    private readonly queries: IdentityQueries,
    private readonly storage: Storage,
    private readonly wechat: Wechat,
  ) {}

  onModuleInit(): void {
    this.auth.customer = async (token) => {
      const customerId = await readCustomerToken(this.config.tokenSecret, token, this.clock.now());
      // A deleted customer's token dies at once, not when it expires.
      return customerId && (await this.queries.exists(customerId)) ? { kind: 'customer', customerId } : undefined;
    };
  }

  /**
   * Signs in by the code of `wx.login`, silently: nobody is asked anything.
   * Throws `identity.code_invalid` (422), `identity.blocked` (403), `identity.too_often` (429), `identity.wechat_unavailable` (503).
   */
  async signIn(code: string): Promise<SessionView> {
    const session = await this.wechat.miniProgram.code2Session(code);
    if (!session.ok) throw refused(session.error, identityProblems.code_invalid);
    const { openid, unionid } = session.value;
    const customerId = await this.identities.recognise({ appid: this.wechat.appid, openid, unionid });
    const { token, expiresAt } = await signCustomerToken(this.config.tokenSecret, customerId, this.clock.now());
    return { token, expiresAt: expiresAt.toISOString(), customer: await this.profile.own(customerId) };
  }

  /** Changes what is sent; a new nickname is checked before others see it. */
  async update(customerId: string, { nickname, locale }: z.output<typeof UpdateCustomer>): Promise<OwnCustomerView> {
    const openid = nickname === undefined ? null : await this.profile.openid(customerId);
    await this.database.transaction(async (tx) => {
      if (locale !== undefined) await tx.query('update customers set locale = $2 where id = $1', [customerId, locale]);
      if (nickname !== undefined && openid !== null) await this.profile.proposeNickname(tx, customerId, openid, nickname);
    });
    return this.profile.own(customerId);
  }

  /** Keeps an uploaded avatar, which is checked before others see it. Throws `common.not_a_picture` (422). */
  async setAvatar(customerId: string, bytes: Buffer): Promise<OwnCustomerView> {
    const openid = await this.profile.openid(customerId);
    const picture = await this.moderation.keepPicture(bytes);
    try {
      await this.database.transaction((tx) => this.profile.proposeAvatar(tx, customerId, openid, picture));
    } catch (error) {
      await this.moderation.dropPicture(picture);
      throw error;
    }
    return this.profile.own(customerId);
  }

  /** Links the phone number behind the code of WeChat's button. Throws `identity.phone_code_invalid` (422), `identity.too_often` (429), `identity.wechat_unavailable` (503). */
  async linkPhone(customerId: string, code: string): Promise<OwnCustomerView> {
    const found = await this.wechat.miniProgram.phoneNumber(code);
    if (!found.ok) throw refused(found.error, identityProblems.phone_code_invalid);
    const { countryCode, purePhoneNumber } = found.value;
    const phoneNumber = countryCode === '86' ? purePhoneNumber : `+${countryCode}${purePhoneNumber}`;
    await this.database.transaction((tx) => tx.query('update customers set phone_number = $2 where id = $1', [customerId, phoneNumber]));
    return this.profile.own(customerId);
  }

  /** Keeps that the customer agreed to this version. Throws `identity.consent_outdated` (409) for any but the present one. */
  async consent(customerId: string, version: string): Promise<OwnCustomerView> {
    if (version !== privacyVersion) throw new Problem(identityProblems.consent_outdated);
    await this.database.transaction(async (tx) => {
      await tx.query('insert into customers_consents (id, customer_id, version, given_at) values ($1, $2, $3, $4) on conflict do nothing', [
        newId(),
        customerId,
        version,
        this.clock.now(),
      ]);
      await tx.query('update customers set privacy_version = $2 where id = $1', [customerId, version]);
    });
    return this.profile.own(customerId);
  }

  /** All that Pailou keeps of the customer, of every module. */
  async export(customerId: string): Promise<Record<string, unknown>> {
    const [customer, own, addresses, rest] = await Promise.all([
      this.queries.customer(customerId),
      this.queries.own(customerId),
      this.queries.addresses(customerId),
      this.personalData.export(customerId),
    ]);
    return { exportedAt: this.clock.now().toISOString(), customer, ...own, addresses, ...rest };
  }

  /** Removes the person: the link to WeChat, name, face, phone and addresses, in every module, at once and for good. */
  async delete(customerId: string): Promise<void> {
    const { avatarUrl } = await this.queries.customer(customerId);
    await this.database.transaction(async (tx) => {
      await tx.query('delete from customers_addresses where customer_id = $1', [customerId]);
      await tx.query('delete from customers_consents where customer_id = $1', [customerId]);
      await tx.query('delete from customers_identities where customer_id = $1', [customerId]);
      await this.personalData.erase(tx, customerId);
      await tx.query(
        'update customers set nickname = null, avatar_url = null, phone_number = null, privacy_version = null, deleted_at = $2 where id = $1',
        [customerId, this.clock.now()],
      );
      await this.outbox.append(tx, 'customer.deleted', { customerId });
    });
    if (avatarUrl) await this.storage.remove(avatarUrl.replace('/media/', ''));
  }
}

/** WeChat's no in our words. */
function refused(error: WechatError, spent: ProblemDef): Problem {
  if (error.kind === 'refused' && spentCodes.has(error.code)) return new Problem(spent);
  if (error.kind === 'refused' && error.code === blockedCode) return new Problem(identityProblems.blocked);
  if (error.kind === 'refused' && error.code === tooOftenCode) return new Problem(identityProblems.too_often);
  return new Problem(identityProblems.wechat_unavailable, { detail: error.code });
}

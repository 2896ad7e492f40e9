import { createClient, uniTransport } from '@pailou/client';
import type { OwnCustomerView, PrivacyView } from '@pailou/contracts';
import { defineStore } from 'pinia';
import { computed, ref } from 'vue';
import { config } from '@/lib/config';
import { platform } from '@/lib/platform';
import { fresh } from '@/lib/kept';
import { forgetAllBut, load, save } from '@/lib/storage';
import { useSettings } from './settings';

/** A token is renewed a little before the server stops taking it. */
const EARLY_MS = 30_000;

/** Who the customer is, and the one client through which all calls go. */
export const useSession = defineStore('session', () => {
  const kept = load<{ token: string; expiresAt: string }>('token');
  const token = ref<string | null>(kept && Date.parse(kept.expiresAt) - EARLY_MS > Date.now() ? kept.token : null);
  const customer = ref<OwnCustomerView | null>(null);
  const privacy = ref<PrivacyView | null>(null);
  const agreedVersion = ref(load<string>('agreedVersion'));
  const askConsent = ref(false);
  let waiting: ((agreed: boolean) => void)[] = [];

  async function signIn(): Promise<string> {
    token.value = null;
    const code = await platform.login();
    const session = await client.post('/storefront/sign-in', { body: { code }, open: true });
    token.value = session.token;
    customer.value = session.customer;
    save('token', { token: session.token, expiresAt: session.expiresAt });
    return session.token;
  }

  const client = createClient({
    baseUrl: config.apiUrl.replace(/\/api\/v1$/, ''),
    // Each by its name: in h5 there is no `uni` as a whole, the compiler puts functions in its place.
    transport: uniTransport({ request: (options) => uni.request(options), uploadFile: (options) => uni.uploadFile(options) }),
    locale: () => useSettings().locale,
    token: { current: () => token.value, renew: signIn },
  });

  const consented = computed(() => agreedVersion.value !== null);

  async function loadPrivacy(): Promise<PrivacyView> {
    privacy.value ??= await client.get('/storefront/privacy', { open: true });
    return privacy.value;
  }

  /** Shows the question if it was not answered with yes; true once the customer agrees. */
  function requireConsent(): Promise<boolean> {
    if (consented.value) return Promise.resolve(true);
    askConsent.value = true;
    return new Promise((resolve) => waiting.push(resolve));
  }
  function answerAll(agreed: boolean) {
    askConsent.value = false;
    waiting.forEach((resolve) => resolve(agreed));
    waiting = [];
  }
  /** Nothing about the customer leaves the phone before this. */
  async function agree() {
    const { version } = await loadPrivacy();
    await platform.agreePrivacy();
    await client.ensureToken();
    customer.value = await client.post('/storefront/me/consents', { body: { version } });
    agreedVersion.value = version;
    save('agreedVersion', version);
    answerAll(true);
  }
  const decline = () => answerAll(false);
  let compared = false;
  /** A policy that changed since the customer agreed must be agreed to anew; looked at once a visit. */
  async function comparePrivacy() {
    if (compared || agreedVersion.value === null) return;
    const { version } = await loadPrivacy();
    compared = true;
    if (version !== agreedVersion.value) agreedVersion.value = null;
  }

  async function loadCustomer(): Promise<OwnCustomerView> {
    customer.value = (await fresh('customer', () => client.get('/storefront/me'))).value;
    return customer.value;
  }
  async function update(change: { nickname?: string; locale?: 'zh' | 'en' }) {
    customer.value = await client.patch('/storefront/me', { body: change });
  }
  /** Uploads the picture at this path of the phone. */
  async function setAvatar(filePath: string) {
    customer.value = await client.post('/storefront/me/avatar', { file: { filePath } });
  }
  async function linkPhone(code: string) {
    customer.value = await client.post('/storefront/me/phone', { body: { code } });
  }
  /** Deletes the customer at the server, then everything this phone knew of them. */
  async function erase() {
    await client.delete('/storefront/me');
    token.value = null;
    customer.value = null;
    agreedVersion.value = null;
    forgetAllBut(['locale']);
  }

  return {
    client,
    token,
    customer,
    privacy,
    agreedVersion,
    askConsent,
    consented,
    loadPrivacy,
    comparePrivacy,
    requireConsent,
    agree,
    decline,
    loadCustomer,
    update,
    setAvatar,
    linkPhone,
    erase,
  };
});

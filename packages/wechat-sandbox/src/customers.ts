import { randomText } from './crypto.js';
import type { Customer, OneTimeCode } from './state.js';
import { noteActivity } from './weixin/activity.js';
import type { World } from './world.js';

/** Login and phone-number codes live five minutes. */
export const codeLifeMs = 300_000;

const surnamesAndNames = ['林晓雨', '陈默', '周南', '苏叶', '顾北', '许一诺'];

/** Makes a customer with an openid under this appid and a phone number of a test range. */
export function addCustomer(world: World, nickname?: string): Customer {
  const { customers } = world.state;
  const number = customers.length + 1;
  const customer: Customer = {
    id: `c${number}-${randomText(6)}`,
    nickname: nickname?.trim() || (surnamesAndNames[(number - 1) % surnamesAndNames.length] ?? `Customer ${number}`),
    openid: `o${randomText(27)}`,
    unionid: `o${randomText(27)}`,
    phoneNumber: `1380013${String(8000 + number).slice(-4)}`,
    sessionKey: null,
    createdAt: world.clock.now(),
  };
  customers.push(customer);
  return customer;
}

/** Issues a single-use code for this customer. */
export function issueCode(world: World, list: OneTimeCode[], customer: Customer, length: number): string {
  const now = world.clock.now();
  // A day later nobody can tell a forgotten code from an unknown one.
  const fresh = list.filter((code) => now - code.issuedAt < 86_400_000);
  list.splice(0, list.length, ...fresh);
  const code = `0${randomText(length - 1)}`;
  list.push({ code, customerId: customer.id, issuedAt: now, usedAt: null });
  noteActivity(world, customer.openid);
  return code;
}

/** Uses a code up. `used` and `invalid` (unknown or older than five minutes) give no customer. */
export function useCode(world: World, list: OneTimeCode[], code: string): Customer | 'used' | 'invalid' {
  const found = list.find((item) => item.code === code);
  if (!found) return 'invalid';
  if (found.usedAt !== null) return 'used';
  const now = world.clock.now();
  if (now - found.issuedAt > codeLifeMs) return 'invalid';
  const customer = world.state.customers.find((item) => item.id === found.customerId);
  if (!customer) return 'invalid';
  found.usedAt = now;
  return customer;
}

import { randomUUID } from 'node:crypto';
import type { House } from './house.ts';

export interface Buyer {
  wechatId: string;
  token: string;
}

const send = async <T>(url: string, body: object, headers: Record<string, string> = {}): Promise<T> => {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
};

/** Somebody who has signed in. */
export async function newBuyer({ facts }: House): Promise<Buyer> {
  const { id } = await send<{ id: string }>(`${facts.sandbox}/sandbox/customers`, { nickname: '买家' });
  const { code } = await send<{ code: string }>(`${facts.sandbox}/sandbox/login-codes`, { customerId: id });
  const { token } = await send<{ token: string }>(`${facts.api}/api/v1/storefront/sign-in`, { code });
  return { wechatId: id, token };
}

/** An order of one drink for pickup, asked for its price first. */
export async function quoteAndSubmit({ facts, wish }: House, { token }: Buyer): Promise<string> {
  const quote = await send<{ hash: string }>(`${facts.api}/api/v1/storefront/quotes`, wish);
  const { id } = await send<{ id: string }>(
    `${facts.api}/api/v1/storefront/orders`,
    { ...wish, quoteHash: quote.hash },
    { authorization: `Bearer ${token}`, 'idempotency-key': `bench-key-${randomUUID()}` },
  );
  return id;
}

/** The signed five parameters with which the payment sheet opens. */
export const askToPay = ({ facts }: House, { token }: Buyer, orderId: string): Promise<object> =>
  send(`${facts.api}/api/v1/storefront/orders/${orderId}/pay`, {}, { authorization: `Bearer ${token}` });

/** The thumb on the payment sheet. */
export async function pay({ facts }: House, { wechatId }: Buyer, params: object): Promise<void> {
  const { result, message } = await send<{ result: string; message?: string }>(`${facts.sandbox}/sandbox/payments`, {
    customerId: wechatId,
    ...params,
  });
  if (result !== 'ok') throw new Error(`The payment was not taken: ${message}`);
}

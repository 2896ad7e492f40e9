import { hands } from '../load.ts';
import { type Part, perSecond, round } from '../part.ts';

/** Customers' sign-in through code2Session, against the sandbox's answer alone. */
export const signIn: Part = {
  name: 'sign-in',
  async run({ facts }) {
    const post = async (url: string, body: object) =>
      (await (
        await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
      ).json()) as Record<string, string>;
    // One person may not sign in so often; here few stand for many.
    await post(`${facts.sandbox}/sandbox/settings`, { loginsPerMinute: 1_000_000 });
    const customers = await Promise.all(
      Array.from({ length: 8 }, async (_, n) => (await post(`${facts.sandbox}/sandbox/customers`, { nickname: `快手 ${n}` })).id),
    );
    const code = async (hand: number) => (await post(`${facts.sandbox}/sandbox/login-codes`, { customerId: customers[hand] })).code!;
    const { appid, secret } = facts.wechat;
    const alone = await hands(8, 5, async (hand) => {
      await (
        await fetch(
          `${facts.sandbox}/sns/jscode2session?appid=${appid}&secret=${secret}&js_code=${await code(hand)}&grant_type=authorization_code`,
        )
      ).text();
    });
    const ours = await hands(8, 5, async (hand) => {
      const { token } = await post(`${facts.api}/api/v1/storefront/sign-in`, { code: await code(hand) });
      if (!token) throw new Error('Nobody was signed in');
    });
    return [
      {
        what: 'sign-in of a customer',
        measured: perSecond(ours),
        against: `${perSecond(alone)} the stand-in alone`,
        ratio: round(ours / alone, 2),
      },
    ];
  },
};

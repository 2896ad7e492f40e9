import { inTurns, workOff } from '../load.ts';
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
    const { appid, secret } = facts.wechat;
    // The codes of wx.login are made before the clock runs; few, because the stand-in searches all that it gave out.
    const codes = async () => {
      const all: string[] = [];
      for (let n = 0; n < 200; n += 1)
        all.push((await post(`${facts.sandbox}/sandbox/login-codes`, { customerId: customers[n % customers.length] })).code!);
      return all;
    };
    const session = `${facts.sandbox}/sns/jscode2session?appid=${appid}&secret=${secret}&grant_type=authorization_code`;
    const alone = async () =>
      workOff(8, await codes(), async (code) => {
        const { openid } = (await (await fetch(`${session}&js_code=${code}`)).json()) as { openid?: string };
        if (!openid) throw new Error('The stand-in refused a code');
      });
    const ours = async () =>
      workOff(8, await codes(), async (code) => {
        const { token } = await post(`${facts.api}/api/v1/storefront/sign-in`, { code });
        if (!token) throw new Error('Nobody was signed in');
      });
    await ours();
    const [a, b] = await inTurns(7, ours, alone);
    return [
      {
        what: 'sign-in of a customer',
        measured: perSecond(a),
        against: `${perSecond(b)} the stand-in’s code2Session alone`,
        ratio: round(a / b, 2),
      },
    ];
  },
};

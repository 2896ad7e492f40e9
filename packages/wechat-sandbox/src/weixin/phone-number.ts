import type { FastifyInstance } from 'fastify';
import { useCode } from '../customers.js';
import type { World } from '../world.js';
import { WeixinError } from './errors.js';
import { checkBody, checkToken } from './token.js';

/** getPhoneNumber: POST /wxa/business/getuserphonenumber; a used code is 40029, as an unknown one. */
export function phoneNumberRoutes(app: FastifyInstance, world: World): void {
  app.post('/wxa/business/getuserphonenumber', (request) => {
    checkToken(world, request);
    const { code } = checkBody(request);
    if (typeof code !== 'string') throw new WeixinError(47001);
    const customer = useCode(world, world.state.phoneCodes, code);
    if (typeof customer === 'string') throw new WeixinError(40029);
    return {
      errcode: 0,
      errmsg: 'ok',
      phone_info: {
        phoneNumber: customer.phoneNumber,
        purePhoneNumber: customer.phoneNumber,
        countryCode: '86',
        watermark: { timestamp: Math.floor(world.clock.now() / 1000), appid: world.credentials.appid },
      },
    };
  });
}

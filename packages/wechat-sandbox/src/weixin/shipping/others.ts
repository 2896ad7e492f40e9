import type { FastifyInstance } from 'fastify';
import type { World } from '../../world.js';
import { isPage, neededText, ok, postApi, textOf } from '../api.js';
import { WeixinError } from '../errors.js';
import { weixinSettings } from '../settings.js';
import { deliveryCompanies } from './companies.js';
import { knownOrders, orderOfFields, orderState, shippingOf } from './orders.js';
import { needsService } from './service.js';
import { seconds, tellCustomer } from './settle.js';

type Fields = Record<string, unknown>;

/** 确认收货提醒: once, for express, after shipping. */
function remind(world: World, body: Fields): Fields {
  const order = orderOfFields(world, body);
  const { received_time: received } = body;
  if (typeof received !== 'number') throw new WeixinError(47001);
  const shipping = shippingOf(world, order);
  const [notShipped = -1, notExpress = -1, again = -1, wrongTime = -1] = weixinSettings(world).confirmReminderCodes;
  if (orderState(world, order) !== 2) throw new WeixinError(notShipped);
  if (shipping.logisticsType !== 1) throw new WeixinError(notExpress);
  if (shipping.reminded) throw new WeixinError(again);
  if (received <= 0 || received > seconds(world.clock.now())) throw new WeixinError(wrongTime);
  shipping.reminded = true;
  tellCustomer(world, order, '确认收货提醒', [['商品', shipping.parcels.map(({ itemDesc }) => itemDesc).join('；')]]);
  return ok();
}

function setJumpPath(world: World, body: Fields): Fields {
  const path = neededText(body, 'path');
  if (!isPage(world, path.split('?')[0] ?? '')) throw new WeixinError(10060014);
  world.state.msgJumpPath = path;
  return ok();
}

/** 特殊发货报备: a presale until `delay_to`, or a test order. */
function special(world: World, body: Fields): Fields {
  const id = neededText(body, 'order_id');
  const order = knownOrders(world).find((item) => item.transactionId === id || item.outTradeNo === id);
  if (!order) throw new WeixinError(268546000);
  const { type, delay_to: delayTo } = body;
  if (type !== 1 && type !== 2) throw new WeixinError(268546001);
  const shipping = shippingOf(world, order);
  if (type === 2) {
    shipping.test = true;
    return ok();
  }
  const until = typeof delayTo === 'number' ? delayTo * 1000 : 0;
  if (until <= world.clock.now() || until > order.paidAt + weixinSettings(world).presaleMaxMs) throw new WeixinError(268546002);
  shipping.delayTo = until;
  return ok();
}

const ownApp = (world: World, body: Fields): void => {
  if (textOf(body, 'appid') !== world.credentials.appid) throw new WeixinError(40013);
};

/** What else there is below /wxa/sec/order, and the list of carriers. */
export function shippingOtherRoutes(app: FastifyInstance, world: World): void {
  const base = '/wxa/sec/order';
  postApi(app, world, `${base}/notify_confirm_receive`, needsService(world, remind));
  postApi(app, world, `${base}/set_msg_jump_path`, needsService(world, setJumpPath));
  postApi(app, world, `${base}/opspecialorder`, needsService(world, special));
  postApi(app, world, `${base}/is_trade_managed`, (body) => {
    ownApp(world, body);
    return ok({ is_trade_managed: weixinSettings(world).tradeManaged });
  });
  postApi(app, world, `${base}/is_trade_management_confirmation_completed`, (body) => {
    ownApp(world, body);
    return ok({ completed: weixinSettings(world).tradeManaged });
  });
  postApi(app, world, '/cgi-bin/express/delivery/open_msg/get_delivery_list', () =>
    ok({ delivery_list: deliveryCompanies, count: deliveryCompanies.length }),
  );
}

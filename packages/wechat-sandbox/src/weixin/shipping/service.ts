import type { World } from '../../world.js';
import { WeixinError } from '../errors.js';
import { weixinSettings } from '../settings.js';

type Fields = Record<string, unknown>;

/** An interface of 发货信息管理服务: 48001 when the account has not opened it. */
export const needsService =
  (world: World, handle: (world: World, body: Fields) => unknown) =>
  (body: Fields): unknown => {
    if (!weixinSettings(world).tradeManaged) throw new WeixinError(48001);
    return handle(world, body);
  };

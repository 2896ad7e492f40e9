import type { FastifyInstance } from 'fastify';
import { chinaDay } from '../../clock.js';
import type { World } from '../../world.js';
import { ok, postApi, textOf } from '../api.js';
import { WeixinError } from '../errors.js';
import { weixinSettings } from '../settings.js';
import { clearDay, periodSeconds, rulesOf, usedOf } from './count.js';

const ridMs = 7 * 86_400_000;

/** clear_quota, openapi/quota/get and openapi/rid/get (§0). */
export function quotaRoutes(app: FastifyInstance, world: World, known: ReadonlySet<string>): void {
  postApi(app, world, '/cgi-bin/clear_quota', (body) => {
    if (textOf(body, 'appid') !== world.credentials.appid) throw new WeixinError(40013);
    const now = world.clock.now();
    const month = chinaDay(now).slice(0, 7);
    const { clearedQuotas } = world.state;
    if (clearedQuotas.filter((at) => chinaDay(at).startsWith(month)).length >= weixinSettings(world).clearQuotaPerMonth)
      throw new WeixinError(48006);
    clearedQuotas.push(now);
    clearDay(world);
    return ok();
  });
  postApi(app, world, '/cgi-bin/openapi/quota/get', (body) => {
    const path = textOf(body, 'cgi_path');
    if (!known.has(path)) throw new WeixinError(76021);
    const rules = rulesOf(world, path);
    const day = rules.find(({ per }) => per === 'day');
    const rate = rules.find(({ per }) => per !== 'day');
    const limit = day?.max ?? 0;
    const used = day ? usedOf(world, day) : 0;
    return ok({
      quota: { daily_limit: limit, used, remain: Math.max(0, limit - used) },
      ...(rate && { rate_limit: { call_count: rate.max, refresh_second: periodSeconds[rate.per] } }),
    });
  });
  postApi(app, world, '/cgi-bin/openapi/rid/get', (body) => {
    const rid = textOf(body, 'rid');
    if (!/^[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/.test(rid)) throw new WeixinError(76002);
    const record = world.state.rids.find((item) => item.rid === rid);
    if (!record) throw new WeixinError(76001);
    if (world.clock.now() - record.at > ridMs) throw new WeixinError(76004);
    const request = {
      invoke_time: Math.floor(record.at / 1000),
      cost_in_ms: record.tookMs,
      request_url: record.url,
      request_body: record.body,
      response_body: record.answer,
      client_ip: record.clientIp,
    };
    return ok({ request });
  });
}

import type { FastifyRequest } from 'fastify';
import { targetOf } from '../http.js';
import type { World } from '../world.js';
import { PayError } from './errors.js';
import { paySettings } from './settings.js';

/** When which calls came, by rule. It counts real time, as both sides of a wire do. */
export class CallRates {
  private readonly came = new Map<string, number[]>();

  /** Counts a call; 429 FREQUENCY_LIMITED when a rule allows no more. */
  count(world: World, request: FastifyRequest): void {
    const now = world.clock.wire();
    for (const rule of paySettings(world).rates) {
      if (!targetOf(request).startsWith(rule.path) || (rule.method && rule.method.toUpperCase() !== request.method)) continue;
      const name = `${rule.method ?? ''} ${rule.path} ${rule.perMs}`;
      const recent = (this.came.get(name) ?? []).filter((at) => now - at < rule.perMs);
      this.came.set(name, recent);
      if (recent.length >= rule.max) throw new PayError(429, 'FREQUENCY_LIMITED', '频率限制，请稍后重试');
      recent.push(now);
    }
  }
}

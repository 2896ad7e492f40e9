import type { World } from '../world.js';

/** Security interfaces take only customers who used the mini program within two hours (§8). */
const activeMs = 7_200_000;

/** The customer is using the mini program at this moment. */
export function noteActivity(world: World, openid: string): void {
  world.state.activity[openid] = world.clock.now();
}

/** False for a customer WeChat answers with 61010. */
export function isActive(world: World, openid: string): boolean {
  const at = world.state.activity[openid];
  return at !== undefined && world.clock.now() - at <= activeMs;
}

import { RouteConfig } from '@nestjs/platform-fastify';

/** How often one address may call the route: so many times in so many seconds, then 429 `common.too_many_requests`. */
export const Limit = (times: number, seconds: number) => RouteConfig({ rateLimit: { max: times, timeWindow: seconds * 1000 } });

import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { Config } from '../config/config.js';
import { commonProblems, Problem } from '../http/problem.js';
import { AuthRegistry, CALLER_RULE, type CallerRule, SESSION_COOKIE } from './callers.js';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Lets in only whom the route declares; a route that declares no one lets in no one. */
@Injectable()
export class CallerGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly registry: AuthRegistry,
    private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const rule = this.reflector.get<CallerRule | undefined>(CALLER_RULE, context.getHandler());
    if (!rule) throw new Problem(commonProblems.forbidden);
    if (rule.kind === 'public') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest & { cookies: Record<string, string | undefined> }>();

    if (rule.kind === 'customer') {
      const token = /^Bearer ([\w.-]{10,4000})$/.exec(request.headers.authorization ?? '')?.[1];
      const caller = token ? await this.registry.customer(token) : undefined;
      if (!caller) throw new Problem(commonProblems.unauthenticated);
      request.caller = caller;
      return true;
    }

    const session = request.cookies[SESSION_COOKIE];
    const caller = session ? await this.registry.operator(session) : undefined;
    if (!caller) throw new Problem(commonProblems.unauthenticated);
    this.refuseForeignOrigin(request);
    if (rule.permission && !caller.permissions.has(rule.permission)) throw new Problem(commonProblems.forbidden);
    request.caller = caller;
    return true;
  }

  /** A cookie travels by itself, so a change must come from our own pages (SameSite is the first wall, this the second). */
  private refuseForeignOrigin(request: FastifyRequest): void {
    if (safeMethods.has(request.method)) return;
    const { origin } = request.headers;
    if (origin && !this.config.origins.includes(origin) && new URL(origin).host !== request.headers.host)
      throw new Problem(commonProblems.forbidden);
  }
}

import { createParamDecorator, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { commonProblems, Problem } from '../http/problem.js';

export interface CustomerCaller {
  kind: 'customer';
  customerId: string;
}
export interface OperatorCaller {
  kind: 'operator';
  operatorId: string;
  sessionId: string;
  name: string;
  permissions: ReadonlySet<string>;
  /** The stores this operator may see; 'all' for no limit. */
  storeIds: readonly string[] | 'all';
}
/** Whether the operator's stores include this one. Another's store is as if it were not there: answer 404. */
export const seesStore = (caller: OperatorCaller, storeId: string): boolean =>
  caller.storeIds === 'all' || caller.storeIds.includes(storeId);
/** The operator's stores as a parameter of SQL: null is every store. */
export const storesOf = (caller: OperatorCaller): readonly string[] | null => (caller.storeIds === 'all' ? null : caller.storeIds);
/** For what is the whole brand's: throws `common.all_stores` (403) for an operator of some stores. */
export function mustSeeAllStores(caller: OperatorCaller): void {
  if (caller.storeIds !== 'all') throw new Problem(commonProblems.all_stores);
}
export type Caller = CustomerCaller | OperatorCaller;

/** Who may call a route. One of these stands on each route, or the API does not start. */
export type CallerRule = { kind: 'public' } | { kind: 'customer' } | { kind: 'operator'; permission?: string };

export const CALLER_RULE = 'pailou:caller';
/** Anyone, without signing in. */
export const Public = () => SetMetadata(CALLER_RULE, { kind: 'public' } satisfies CallerRule);
/** A customer with a token; sees only their own. */
export const Customer = () => SetMetadata(CALLER_RULE, { kind: 'customer' } satisfies CallerRule);
/** A signed-in operator, with the permission when one is named. */
export const Operator = (permission?: string) =>
  SetMetadata(CALLER_RULE, { kind: 'operator', ...(permission ? { permission } : {}) } satisfies CallerRule);

declare module 'fastify' {
  interface FastifyRequest {
    caller?: Caller;
  }
}

const current = (kind: Caller['kind']) =>
  createParamDecorator((_: unknown, context: ExecutionContext) => {
    const { caller } = context.switchToHttp().getRequest<FastifyRequest>();
    if (caller?.kind !== kind) throw new Problem(commonProblems.unauthenticated);
    return caller;
  });
export const CurrentCustomer = current('customer');
export const CurrentOperator = current('operator');

/** Who turns a token or a cookie into a caller: the modules identity and operators sign up here. */
@Injectable()
export class AuthRegistry {
  customer: (token: string) => Promise<CustomerCaller | undefined> = async () => undefined;
  operator: (session: string) => Promise<OperatorCaller | undefined> = async () => undefined;
}

export const SESSION_COOKIE = 'pailou_session';

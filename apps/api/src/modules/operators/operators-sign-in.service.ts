import { Injectable } from '@nestjs/common';
import type { OperatorView, SignInOperator, TotpSetupView } from '@pailou/contracts';
import type { z } from 'zod';
import { Clock } from '../../kernel/time.js';
import { Audit } from '../../platform/audit/audit.js';
import type { OperatorCaller } from '../../platform/auth/callers.js';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import { Problem } from '../../platform/http/problem.js';
import { hashPassword, isPassword, seal, unseal } from './operator-secrets.js';
import { newTotp, totpStep } from './operator-totp.js';
import { OperatorsAttempts } from './operators-attempts.service.js';
import { OperatorsSessions, type Visitor } from './operators-sessions.service.js';
import { operatorsProblems } from './operators.errors.js';
import { OperatorsQueries } from './operators.queries.js';

/** Signing in, and what an operator changes about their own way in. */
@Injectable()
export class OperatorsSignIn {
  constructor(
    private readonly attempts: OperatorsAttempts,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly database: Database,
    private readonly queries: OperatorsQueries,
    private readonly sessions: OperatorsSessions,
  ) {}

  /**
   * Checks password and authenticator and begins a session.
   * Throws `operators.wrong_credentials`, `operators.totp_required`, `operators.wrong_totp` (401), `operators.locked` (429).
   */
  async signIn({ email: written, password, totp }: SignInOperator, visitor: Visitor): Promise<{ operator: OperatorView; token: string }> {
    const email = written.toLowerCase();
    const subjects = [`email:${email}`, `ip:${visitor.ip}`] as const;
    await this.attempts.take(...subjects);
    const found = await this.queries.credentials(email);
    const right = await isPassword(found?.passwordHash ?? null, password);
    // Disabled is told as wrong: who guesses learns nothing.
    if (!found || !right || found.disabled) throw new Problem(operatorsProblems.wrong_credentials);
    if (found.totpSecret && !totp) {
      await this.attempts.giveBack(...subjects);
      throw new Problem(operatorsProblems.totp_required);
    }
    const step = found.totpSecret ? await this.step(found.id, found.totpSecret, totp ?? '', found.totpLastStep) : null;
    const token = await this.database.transaction(async (tx) => {
      if (step !== null) {
        const [used] = await tx.query<[unknown[], number]>(
          'update operators set totp_last_step = $2 where id = $1 and totp_last_step < $2 returning id',
          [found.id, step],
        );
        if (used.length === 0) throw new Problem(operatorsProblems.wrong_totp);
      }
      return this.sessions.begin(tx, found.id, visitor);
    });
    await this.attempts.forget(subjects[0]);
    await this.attempts.giveBack(subjects[1]);
    return { operator: await this.view(found.id), token };
  }

  /** Changes the caller's password and ends all their other sessions. Throws `operators.wrong_password` (422). */
  async changePassword(caller: OperatorCaller, { current, next }: { current: string; next: string }): Promise<void> {
    await this.mustKnow(caller, current);
    const passwordHash = await hashPassword(next);
    await this.database.transaction(async (tx) => {
      await tx.query('update operators set password_hash = $2 where id = $1', [caller.operatorId, passwordHash]);
      await this.sessions.endOthers(tx, caller.operatorId, caller.sessionId);
      await this.audit.record(tx, caller, 'operators.change_password', 'operator', caller.operatorId, null, null);
    });
  }

  /** A new secret to show as a QR code; nothing is kept before `enableTotp`. Throws `operators.totp_on` (409). */
  async setUpTotp(caller: OperatorCaller): Promise<z.output<typeof TotpSetupView>> {
    const operator = await this.view(caller.operatorId);
    if (operator.totpEnabled) throw new Problem(operatorsProblems.totp_on);
    return newTotp(operator.email);
  }

  /** Turns the authenticator on by its first code. Throws `operators.wrong_new_totp` (422), `operators.totp_on` (409). */
  async enableTotp(caller: OperatorCaller, { secret, code }: { secret: string; code: string }): Promise<OperatorView> {
    const step = await totpStep(secret, code, this.clock.now(), 0);
    if (step === null) throw new Problem(operatorsProblems.wrong_new_totp);
    const sealed = seal(this.config.tokenSecret, caller.operatorId, secret);
    await this.database.transaction(async (tx) => {
      const [changed] = await tx.query<[unknown[], number]>(
        'update operators set totp_secret = $2, totp_last_step = $3 where id = $1 and totp_secret is null returning id',
        [caller.operatorId, sealed, step],
      );
      if (changed.length === 0) throw new Problem(operatorsProblems.totp_on);
      await this.sessions.endOthers(tx, caller.operatorId, caller.sessionId);
      await this.audit.record(tx, caller, 'operators.enable_totp', 'operator', caller.operatorId, null, null);
    });
    return this.view(caller.operatorId);
  }

  /** Turns the authenticator off, by the password. Throws `operators.wrong_password` (422), `operators.totp_off` (409). */
  async disableTotp(caller: OperatorCaller, password: string): Promise<OperatorView> {
    await this.mustKnow(caller, password);
    await this.database.transaction(async (tx) => {
      const [changed] = await tx.query<[unknown[], number]>(
        'update operators set totp_secret = null, totp_last_step = 0 where id = $1 and totp_secret is not null returning id',
        [caller.operatorId],
      );
      if (changed.length === 0) throw new Problem(operatorsProblems.totp_off);
      await this.audit.record(tx, caller, 'operators.disable_totp', 'operator', caller.operatorId, null, null);
    });
    return this.view(caller.operatorId);
  }

  async view(id: string): Promise<OperatorView> {
    const operator = await this.queries.operator(id);
    if (!operator) throw new Problem(operatorsProblems.not_found);
    return operator;
  }

  private async step(operatorId: string, sealed: string, code: string, afterStep: number): Promise<number> {
    const step = await totpStep(unseal(this.config.tokenSecret, operatorId, sealed), code, this.clock.now(), afterStep);
    if (step === null) throw new Problem(operatorsProblems.wrong_totp);
    return step;
  }

  /** Asks for the password again before something weighty, and counts the wrong ones. */
  private async mustKnow(caller: OperatorCaller, password: string): Promise<void> {
    const subject = `password:${caller.operatorId}` as const;
    await this.attempts.take(subject);
    const { email } = await this.view(caller.operatorId);
    const found = await this.queries.credentials(email);
    if (!(await isPassword(found?.passwordHash ?? null, password))) throw new Problem(operatorsProblems.wrong_password);
    await this.attempts.forget(subject);
  }
}

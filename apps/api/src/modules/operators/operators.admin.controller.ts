import { Controller, Delete, Get, Patch, Post, Put, Req, Res } from '@nestjs/common';
import {
  AcceptInvitation,
  AuditEntryView,
  ChangePassword,
  EnableTotp,
  InvitationView,
  InviteOperator,
  ListAudit,
  OperatorView,
  pageOf,
  type PageOf,
  RoleInput,
  RoleView,
  SessionItem,
  SignInOperator,
  TotpSetupView,
  UpdateOperator,
} from '@pailou/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { CurrentOperator, Operator, type OperatorCaller, Public, SESSION_COOKIE } from '../../platform/auth/callers.js';
import { Answers, Says } from '../../platform/http/answers.js';
import { Limit } from '../../platform/http/limit.js';
import { ZBody, ZParam, ZQuery } from '../../platform/http/zod.pipe.js';
import { OperatorsSessions, type Visitor } from './operators-sessions.service.js';
import { OperatorsSignIn } from './operators-sign-in.service.js';
import { OperatorsQueries } from './operators.queries.js';
import { OperatorsService } from './operators.service.js';

const DisableTotp = z.strictObject({ password: z.string().min(1).max(200) });
const visitorOf = (request: FastifyRequest): Visitor => ({ ip: request.ip, userAgent: request.headers['user-agent'] ?? '' });

@Controller('admin')
export class OperatorsAdminController {
  constructor(
    private readonly queries: OperatorsQueries,
    private readonly service: OperatorsService,
    private readonly sessions: OperatorsSessions,
    private readonly signIns: OperatorsSignIn,
  ) {}

  @Post('sign-in')
  @Public()
  @Limit(30, 60)
  @Says('Sign in by password; sets the cookie')
  @Answers(OperatorView)
  async signIn(
    @ZBody(SignInOperator) input: SignInOperator,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OperatorView> {
    const { operator, token } = await this.signIns.signIn(input, visitorOf(request));
    void reply.setCookie(SESSION_COOKIE, token, this.sessions.cookieOptions());
    return operator;
  }

  @Post('sign-out')
  @Operator()
  @Says('End this session')
  @Answers(null, 204)
  async signOut(@CurrentOperator() caller: OperatorCaller, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.sessions.end(caller, caller.sessionId);
    void reply.clearCookie(SESSION_COOKIE, { path: '/' });
  }

  @Get('me')
  @Operator()
  @Says('Who is signed in')
  @Answers(OperatorView)
  me(@CurrentOperator() caller: OperatorCaller): Promise<OperatorView> {
    return this.signIns.view(caller.operatorId);
  }

  @Post('me/password')
  @Operator()
  @Says('Change the password; ends all other sessions')
  @Answers(null, 204)
  changePassword(@CurrentOperator() caller: OperatorCaller, @ZBody(ChangePassword) input: z.output<typeof ChangePassword>): Promise<void> {
    return this.signIns.changePassword(caller, input);
  }

  @Post('me/totp')
  @Operator()
  @Says('A new secret for an authenticator app')
  @Answers(TotpSetupView)
  setUpTotp(@CurrentOperator() caller: OperatorCaller): Promise<z.output<typeof TotpSetupView>> {
    return this.signIns.setUpTotp(caller);
  }

  @Post('me/totp/enable')
  @Operator()
  @Says('Turn the authenticator on by its first code')
  @Answers(OperatorView)
  enableTotp(@CurrentOperator() caller: OperatorCaller, @ZBody(EnableTotp) input: z.output<typeof EnableTotp>): Promise<OperatorView> {
    return this.signIns.enableTotp(caller, input);
  }

  @Post('me/totp/disable')
  @Operator()
  @Says('Turn the authenticator off, by the password')
  @Answers(OperatorView)
  disableTotp(
    @CurrentOperator() caller: OperatorCaller,
    @ZBody(DisableTotp) { password }: z.output<typeof DisableTotp>,
  ): Promise<OperatorView> {
    return this.signIns.disableTotp(caller, password);
  }

  @Get('me/sessions')
  @Operator()
  @Says('Where one is signed in')
  @Answers(z.array(SessionItem))
  listSessions(@CurrentOperator() caller: OperatorCaller): Promise<SessionItem[]> {
    return this.sessions.list(caller);
  }

  @Delete('me/sessions/:id')
  @Operator()
  @Says('End one of one’s own sessions')
  @Answers(null, 204)
  endSession(@CurrentOperator() caller: OperatorCaller, @ZParam('id') id: string): Promise<void> {
    return this.sessions.end(caller, id);
  }

  @Get('operators')
  @Operator('operators:manage')
  @Says('Who works here')
  @Answers(z.array(OperatorView))
  operators(@CurrentOperator() caller: OperatorCaller): Promise<OperatorView[]> {
    return this.queries.operators(caller);
  }

  @Patch('operators/:id')
  @Operator('operators:manage')
  @Says('Change name, role, stores, or disable')
  @Answers(OperatorView)
  update(
    @CurrentOperator() caller: OperatorCaller,
    @ZParam('id') id: string,
    @ZBody(UpdateOperator) changes: z.output<typeof UpdateOperator>,
  ): Promise<OperatorView> {
    return this.service.update(caller, id, changes);
  }

  @Post('invitations')
  @Operator('operators:manage')
  @Says('Invite by a link, shown once')
  @Answers(InvitationView, 201)
  invite(@CurrentOperator() caller: OperatorCaller, @ZBody(InviteOperator) input: InviteOperator): Promise<InvitationView> {
    return this.service.invite(caller, input);
  }

  @Post('invitations/accept')
  @Public()
  @Limit(30, 60)
  @Says('Accept an invitation; sets the cookie')
  @Answers(OperatorView)
  async accept(
    @ZBody(AcceptInvitation) input: z.output<typeof AcceptInvitation>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OperatorView> {
    const { operator, token } = await this.service.accept(input, visitorOf(request));
    void reply.setCookie(SESSION_COOKIE, token, this.sessions.cookieOptions());
    return operator;
  }

  @Get('roles')
  @Operator()
  @Says('All roles')
  @Answers(z.array(RoleView))
  roles(): Promise<RoleView[]> {
    return this.queries.roles();
  }

  @Post('roles')
  @Operator('operators:manage')
  @Says('Make a role')
  @Answers(RoleView, 201)
  createRole(@CurrentOperator() caller: OperatorCaller, @ZBody(RoleInput) input: RoleInput): Promise<RoleView> {
    return this.service.createRole(caller, input);
  }

  @Put('roles/:id')
  @Operator('operators:manage')
  @Says('Change a role')
  @Answers(RoleView)
  updateRole(@CurrentOperator() caller: OperatorCaller, @ZParam('id') id: string, @ZBody(RoleInput) input: RoleInput): Promise<RoleView> {
    return this.service.updateRole(caller, id, input);
  }

  @Delete('roles/:id')
  @Operator('operators:manage')
  @Says('Delete a role that nobody has')
  @Answers(null, 204)
  deleteRole(@CurrentOperator() caller: OperatorCaller, @ZParam('id') id: string): Promise<void> {
    return this.service.deleteRole(caller, id);
  }

  @Get('audit')
  @Operator('audit:read')
  @Says('What operators changed, newest first')
  @Answers(pageOf(AuditEntryView))
  audit(
    @CurrentOperator() caller: OperatorCaller,
    @ZQuery(ListAudit) query: z.output<typeof ListAudit>,
  ): Promise<PageOf<z.output<typeof AuditEntryView>>> {
    return this.queries.audit(caller, query);
  }
}

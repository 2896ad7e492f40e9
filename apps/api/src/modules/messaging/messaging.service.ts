import { Injectable } from '@nestjs/common';
import type {
  AccountTemplate,
  ListMessages,
  MapTemplate,
  MessageGrantView,
  MessageKindView,
  MessageView,
  MessagingSettings,
  PageOf,
  SubscribeAnswers,
} from '@pailou/contracts';
import type { z } from 'zod';
import { Clock } from '../../kernel/time.js';
import { Audit } from '../../platform/audit/audit.js';
import type { OperatorCaller } from '../../platform/auth/callers.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { Problem } from '../../platform/http/problem.js';
import { typeOfKey, Wechat } from '../../platform/wechat/wechat.js';
import { CustomerIdentities } from '../identity/index.js';
import { MessageGrants } from './message-grants.js';
import { type MessageKind, MessageKinds } from './message-kinds.js';
import { messagingProblems } from './messaging.errors.js';
import { MessagingQueries } from './messaging.queries.js';
import { suitable } from './template-match.js';

/** Which template each kind of message goes by, and what customers allowed. */
@Injectable()
export class MessagingService {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly wechat: Wechat,
    private readonly customers: CustomerIdentities,
    private readonly kinds: MessageKinds,
    private readonly ledger: MessageGrants,
    private readonly queries: MessagingQueries,
    private readonly clock: Clock,
  ) {}

  /** Every kind with its template. */
  async views(): Promise<MessageKindView[]> {
    const mapped = new Map((await this.queries.templates()).map((one) => [one.kind, one]));
    return this.kinds.all().map(({ kind, title, urgent, values }) => {
      const { templateId = null, templateTitle = null, fields = [] } = mapped.get(kind) ?? {};
      return {
        kind,
        title,
        urgent,
        values: Object.entries(values).map(([name, { label }]) => ({ name, label })),
        templateId,
        templateTitle,
        fields,
      };
    });
  }

  /** Messages with their results, the newest first. */
  async list(input: z.output<typeof ListMessages>): Promise<PageOf<MessageView>> {
    const { items, nextCursor } = await this.queries.list(input);
    return {
      items: items.map((one) => ({ ...one, title: this.kinds.get(one.kind)?.title ?? { zh: one.kind, en: one.kind } })),
      nextCursor,
    };
  }

  /** What a customer may still be sent: one line for each kind that has a template. Throws `messaging.customer_not_found` (404). */
  async grants(customerId: string): Promise<MessageGrantView[]> {
    if (!(await this.customers.openid(customerId, this.wechat.appid))) throw new Problem(messagingProblems.customer_not_found);
    const rows = await this.queries.grants(customerId);
    return rows.flatMap((row) => {
      const kind = this.kinds.get(row.kind);
      return kind ? [{ ...row, title: kind.title }] : [];
    });
  }

  /** The account's one-time templates, as WeChat has them now. Throws `messaging.unavailable` (502). */
  async accountTemplates(): Promise<AccountTemplate[]> {
    const answer = await this.wechat.miniProgram.messages.templates();
    if (!answer.ok) throw new Problem(messagingProblems.unavailable, { detail: `${answer.error.code} ${answer.error.message}` });
    return answer.value
      .filter(({ once }) => once)
      .map(({ templateId, title, example, fields }) => ({ templateId, title, example, fields }));
  }

  /** Gives each kind without a template the account's that suits it; those that are mapped stay as they are. */
  async match(caller: OperatorCaller): Promise<MessageKindView[]> {
    const templates = await this.accountTemplates();
    const mapped = new Set((await this.queries.templates()).map(({ kind }) => kind));
    for (const kind of this.kinds.all()) {
      const found = mapped.has(kind.kind) ? undefined : suitable(kind, templates);
      if (found)
        await this.map(caller, kind.kind, {
          templateId: found.template.templateId,
          templateTitle: found.template.title,
          fields: found.fields,
        });
    }
    return this.views();
  }

  /** Throws `messaging.kind_not_found` (404), `messaging.unknown_value` or `messaging.wrong_type` (422). */
  async map(caller: OperatorCaller, name: string, input: MapTemplate): Promise<void> {
    const kind = this.mustHave(name);
    for (const { key, value } of input.fields) check(kind, key, value);
    await this.database.transaction(async (tx) => {
      await tx.query(
        `insert into messaging_templates (kind, template_id, title, fields, updated_at) values ($1, $2, $3, $4, $5)
         on conflict (kind) do update set template_id = excluded.template_id, title = excluded.title, fields = excluded.fields, updated_at = excluded.updated_at`,
        [name, input.templateId, input.templateTitle, JSON.stringify(input.fields), this.clock.now()],
      );
      await this.audit.record(tx, caller, 'messaging.map', 'message_kind', name, null, input);
    });
  }

  /** The kind is not sent any more. */
  async unmap(caller: OperatorCaller, name: string): Promise<void> {
    this.mustHave(name);
    await this.database.transaction(async (tx) => {
      await tx.query('delete from messaging_templates where kind = $1', [name]);
      await this.audit.record(tx, caller, 'messaging.unmap', 'message_kind', name, null, null);
    });
  }

  /** Throws `messaging.half_quiet` or `messaging.bad_time_zone` (422). */
  async change(caller: OperatorCaller, settings: MessagingSettings): Promise<void> {
    if ((settings.quietFrom === null) !== (settings.quietTo === null)) throw new Problem(messagingProblems.half_quiet);
    if (!isTimeZone(settings.timeZone)) throw new Problem(messagingProblems.bad_time_zone);
    const before = await this.queries.settings();
    await this.database.transaction(async (tx) => {
      await tx.query('update messaging_settings set quiet_from = $1, quiet_to = $2, time_zone = $3', [
        settings.quietFrom,
        settings.quietTo,
        settings.timeZone,
      ]);
      await this.audit.record(tx, caller, 'messaging.settings', 'messaging', 'settings', before, settings);
    });
  }

  /** What to ask the customer for, now that they order. */
  async askable(customerId: string): Promise<string[]> {
    const asked = new Set(
      this.kinds
        .all()
        .filter(({ askedAt }) => askedAt === 'order')
        .map(({ kind }) => kind),
    );
    const ids = new Set((await this.queries.templates()).filter(({ kind }) => asked.has(kind)).map(({ templateId }) => templateId));
    return ids.size === 0 ? [] : this.queries.askable(customerId, [...ids]);
  }

  /** Notes what the phone says that the customer answered; only templates in use count. */
  async answered(customerId: string, { answers }: SubscribeAnswers): Promise<void> {
    const known = new Set((await this.queries.templates()).map(({ templateId }) => templateId));
    await this.database.transaction(async (tx: Tx) => {
      for (const [templateId, answer] of Object.entries(answers)) {
        if (known.has(templateId) && answer.startsWith('accept')) await this.ledger.accept(tx, customerId, templateId, 'reported');
      }
    });
  }

  private mustHave(name: string): MessageKind {
    const kind = this.kinds.get(name);
    if (!kind) throw new Problem(messagingProblems.kind_not_found);
    return kind;
  }
}

function check(kind: MessageKind, key: string, value: string | null): void {
  const known = value === null ? undefined : kind.values[value];
  if (!known) throw new Problem(messagingProblems.unknown_value, { meta: { key } });
  const type = typeOfKey(key);
  if (!type || !known.types.includes(type)) throw new Problem(messagingProblems.wrong_type, { meta: { key } });
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

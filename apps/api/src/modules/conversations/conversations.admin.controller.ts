import { Controller, Delete, Get, Post, Put, Req, Res } from '@nestjs/common';
import {
  AssignConversation,
  ChatMessageView,
  ColleagueView,
  ConversationSettings,
  ConversationView,
  ListChatMessages,
  ListConversations,
  type PageOf,
  pageOf,
  QuickReplyInput,
  QuickReplyView,
  ReadConversation,
  SendChatCard,
  SendChatText,
  ShowTyping,
  UnreadView,
} from '@pailou/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { CurrentOperator, Operator, type OperatorCaller } from '../../platform/auth/callers.js';
import { Answers, Says } from '../../platform/http/answers.js';
import { IdempotencyKey } from '../../platform/http/idempotency.js';
import { Problem } from '../../platform/http/problem.js';
import { readUpload, TakesUpload } from '../../platform/http/upload.js';
import { ZBody, ZParam, ZQuery } from '../../platform/http/zod.pipe.js';
import { Storage } from '../../platform/storage/storage.js';
import { Colleagues } from '../operators/index.js';
import { conversationsProblems } from './conversations.errors.js';
import { ConversationsQueries } from './conversations.queries.js';
import { ConversationsService } from './conversations.service.js';
import { ConversationsSettings } from './conversations-settings.service.js';

const pictureBytes = 10 * 1024 * 1024;

@Controller('admin/conversations')
export class ConversationsAdminController {
  constructor(
    private readonly service: ConversationsService,
    private readonly settings: ConversationsSettings,
    private readonly queries: ConversationsQueries,
    private readonly colleagues: Colleagues,
    private readonly storage: Storage,
  ) {}

  @Get()
  @Operator('conversations:handle')
  @Says('Conversations with customers, the one that was active last first')
  @Answers(pageOf(ConversationView))
  list(
    @CurrentOperator() caller: OperatorCaller,
    @ZQuery(ListConversations) input: z.output<typeof ListConversations>,
  ): Promise<PageOf<ConversationView>> {
    return this.queries.list(caller, input);
  }

  @Get('unread')
  @Operator('conversations:handle')
  @Says('How much waits for me: in my conversations and in nobody’s')
  @Answers(UnreadView)
  unread(@CurrentOperator() caller: OperatorCaller): Promise<UnreadView> {
    return this.queries.unread(caller);
  }

  @Get('colleagues')
  @Operator('conversations:handle')
  @Says('Who a conversation can be handed over to')
  @Answers(z.array(ColleagueView))
  handlers(): Promise<ColleagueView[]> {
    return this.colleagues.with('conversations:handle');
  }

  @Get('settings')
  @Operator('conversations:handle')
  @Says('What is said by itself, and when somebody is there')
  @Answers(ConversationSettings)
  current(): Promise<ConversationSettings> {
    return this.queries.settings();
  }

  @Put('settings')
  @Operator('settings:write')
  @Says('Change what is said by itself')
  @Answers(null, 204)
  change(@CurrentOperator() caller: OperatorCaller, @ZBody(ConversationSettings) input: ConversationSettings): Promise<void> {
    return this.settings.change(caller, input);
  }

  @Get('quick-replies')
  @Operator('conversations:handle')
  @Says('What operators say often')
  @Answers(z.array(QuickReplyView))
  quickReplies(): Promise<QuickReplyView[]> {
    return this.queries.quickReplies();
  }

  @Post('quick-replies')
  @Operator('conversations:handle')
  @Says('Add a quick reply')
  @Answers(QuickReplyView, 201)
  addQuickReply(@ZBody(QuickReplyInput) input: QuickReplyInput): Promise<QuickReplyView> {
    return this.settings.addQuickReply(input);
  }

  @Put('quick-replies/:replyId')
  @Operator('conversations:handle')
  @Says('Change a quick reply')
  @Answers(QuickReplyView)
  changeQuickReply(@ZParam('replyId') id: string, @ZBody(QuickReplyInput) input: QuickReplyInput): Promise<QuickReplyView> {
    return this.settings.changeQuickReply(id, input);
  }

  @Delete('quick-replies/:replyId')
  @Operator('conversations:handle')
  @Says('Remove a quick reply')
  @Answers(null, 204)
  removeQuickReply(@ZParam('replyId') id: string): Promise<void> {
    return this.settings.removeQuickReply(id);
  }

  @Get(':id')
  @Operator('conversations:handle')
  @Says('One conversation, with what may be sent now')
  @Answers(ConversationView)
  one(@ZParam('id') id: string): Promise<ConversationView> {
    return this.queries.one(id);
  }

  @Get(':id/messages')
  @Operator('conversations:handle')
  @Says('What was said, the newest first')
  @Answers(pageOf(ChatMessageView))
  messages(@ZParam('id') id: string, @ZQuery(ListChatMessages) input: z.output<typeof ListChatMessages>): Promise<PageOf<ChatMessageView>> {
    return this.queries.messages(id, input);
  }

  @Post(':id/texts')
  @Operator('conversations:handle')
  @Says('Write to the customer; it is sent after the answer')
  @Answers(ChatMessageView, 201)
  text(
    @CurrentOperator() caller: OperatorCaller,
    @ZParam('id') id: string,
    @IdempotencyKey() key: string,
    @ZBody(SendChatText) input: SendChatText,
  ): Promise<ChatMessageView> {
    return this.service.text(caller, id, key, input);
  }

  @Post(':id/cards')
  @Operator('conversations:handle')
  @Says('Send a card that opens a page of the mini program')
  @Answers(ChatMessageView, 201)
  card(
    @CurrentOperator() caller: OperatorCaller,
    @ZParam('id') id: string,
    @IdempotencyKey() key: string,
    @ZBody(SendChatCard) input: SendChatCard,
  ): Promise<ChatMessageView> {
    return this.service.card(caller, id, key, input);
  }

  @Post(':id/pictures')
  @Operator('conversations:handle')
  @TakesUpload()
  @Says('Send a picture, at most 10 MB')
  @Answers(ChatMessageView, 201)
  async picture(
    @CurrentOperator() caller: OperatorCaller,
    @ZParam('id') id: string,
    @IdempotencyKey() key: string,
    @Req() request: FastifyRequest,
  ): Promise<ChatMessageView> {
    await this.queries.openid(id);
    const { bytes } = await readUpload(request, { maxBytes: pictureBytes });
    return this.service.picture(caller, id, key, bytes);
  }

  @Get(':id/pictures/:pictureId')
  @Operator('conversations:handle')
  @Says('A picture of the conversation')
  @Answers('image/jpeg')
  async pictureOf(@ZParam('id') id: string, @ZParam('pictureId') pictureId: string, @Res() reply: FastifyReply): Promise<void> {
    const bytes = await this.storage.read(await this.queries.pictureKey(id, pictureId));
    if (!bytes) throw new Problem(conversationsProblems.picture_not_found);
    await reply.type('image/jpeg').header('cache-control', 'private, max-age=86400, immutable').send(bytes);
  }

  @Post(':id/messages/:messageId/again')
  @Operator('conversations:handle')
  @Says('Send once more what did not go out')
  @Answers(ChatMessageView, 201)
  again(
    @CurrentOperator() caller: OperatorCaller,
    @ZParam('id') id: string,
    @ZParam('messageId') messageId: string,
    @IdempotencyKey() key: string,
  ): Promise<ChatMessageView> {
    return this.service.again(caller, id, messageId, key);
  }

  @Post(':id/read')
  @Operator('conversations:handle')
  @Says('All up to this message has been seen')
  @Answers(null, 204)
  read(@ZParam('id') id: string, @ZBody(ReadConversation) input: ReadConversation): Promise<void> {
    return this.service.read(id, input);
  }

  @Post(':id/assign')
  @Operator('conversations:handle')
  @Says('Hand over to a colleague, or back to everybody')
  @Answers(ConversationView)
  assign(
    @CurrentOperator() caller: OperatorCaller,
    @ZParam('id') id: string,
    @ZBody(AssignConversation) input: AssignConversation,
  ): Promise<ConversationView> {
    return this.service.assign(caller, id, input);
  }

  @Post(':id/typing')
  @Operator('conversations:handle')
  @Says('Show the customer, and colleagues, that somebody types')
  @Answers(null, 204)
  typing(@CurrentOperator() caller: OperatorCaller, @ZParam('id') id: string, @ZBody(ShowTyping) { on }: ShowTyping): Promise<void> {
    return this.service.typing(caller, id, on);
  }
}

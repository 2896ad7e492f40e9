import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LiveTopics } from '../../platform/live/live-topics.js';

/** Who may hear of conversations live: `conversations:all`, every operator who handles them. */
@Injectable()
export class ConversationTopics implements OnModuleInit {
  constructor(private readonly topics: LiveTopics) {}

  onModuleInit(): void {
    this.topics.allow(
      'conversations',
      (caller, rest) => rest === 'all' && caller.kind === 'operator' && caller.permissions.has('conversations:handle'),
    );
  }
}

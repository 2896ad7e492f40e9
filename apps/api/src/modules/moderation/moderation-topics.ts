import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LiveTopics } from '../../platform/live/live-topics.js';

/** Who may hear of checks live: `moderation:all`, every operator who reviews content. */
@Injectable()
export class ModerationTopics implements OnModuleInit {
  constructor(private readonly topics: LiveTopics) {}

  onModuleInit(): void {
    this.topics.allow(
      'moderation',
      (caller, rest) => rest === 'all' && caller.kind === 'operator' && caller.permissions.has('content:review'),
    );
  }
}

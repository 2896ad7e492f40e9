import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import sharp from 'sharp';
import { Public } from '../../platform/auth/callers.js';
import { commonProblems, Problem } from '../../platform/http/problem.js';
import { Storage } from '../../platform/storage/storage.js';
import { ModerationQueries } from './moderation.queries.js';

/**
 * A picture while it is undecided, for WeChat and its author: at an address that nobody can guess and nobody else is
 * told, and that ends with the decision. JPEG, since WeChat judges no WebP (音视频内容安全识别, media_url).
 */
@Controller('media/unchecked')
export class UncheckedPicturesController {
  constructor(
    private readonly queries: ModerationQueries,
    private readonly storage: Storage,
  ) {}

  @Get(':file')
  @Public()
  async picture(@Param('file') file: string, @Res() reply: FastifyReply): Promise<void> {
    const secret = /^([\w-]{32})\.jpg$/.exec(file)?.[1];
    const key = secret ? await this.queries.undecidedPictureKey(secret) : null;
    const bytes = key && (await this.storage.read(key));
    if (!bytes) throw new Problem(commonProblems.not_found);
    const jpeg = await sharp(bytes).flatten({ background: '#ffffff' }).jpeg({ quality: 88 }).toBuffer();
    await reply.type('image/jpeg').header('cache-control', 'private, no-store').header('x-robots-tag', 'noindex').send(jpeg);
  }
}

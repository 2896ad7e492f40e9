import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Public } from '../auth/callers.js';
import { commonProblems, Problem } from '../http/problem.js';
import { Storage } from './storage.js';

const types: Record<string, string> = { webp: 'image/webp', png: 'image/png', jpg: 'image/jpeg' };

/** Pictures for everyone. A key is never written twice, so a browser may keep what it has for ever. */
@Controller('media')
export class MediaController {
  constructor(private readonly storage: Storage) {}

  @Get(':folder/:file')
  @Public()
  async picture(@Param('folder') folder: string, @Param('file') file: string, @Res() reply: FastifyReply): Promise<void> {
    const type = /^[a-z-]{1,32}$/.test(folder) && /^[\w-]{1,64}\.(webp|png|jpg)$/.exec(file)?.[1];
    const bytes = type ? await this.storage.read(`${folder}/${file}`) : null;
    if (!type || !bytes) throw new Problem(commonProblems.not_found);
    await reply.header('content-type', types[type]).header('cache-control', 'public, max-age=31536000, immutable').send(bytes);
  }
}

import { Controller, Get } from '@nestjs/common';
import { CheckView } from '@pailou/contracts';
import { z } from 'zod';
import { Operator } from '../../platform/auth/callers.js';
import { Answers, Says } from '../../platform/http/answers.js';
import { GoingLive } from './going-live.service.js';

@Controller('admin/going-live')
export class GoingLiveAdminController {
  constructor(private readonly goingLive: GoingLive) {}

  @Get()
  @Operator('settings:write')
  @Says('What must be right before customers come: fine, or what to do and where')
  @Answers(z.array(CheckView))
  check(): Promise<CheckView[]> {
    return this.goingLive.check();
  }
}

import { Controller, Get } from '@nestjs/common';
import { Public } from '../auth/callers.js';
import { Database } from '../database/database.js';
import { Warnings } from './warnings.js';

@Controller()
export class HealthController {
  constructor(
    private readonly database: Database,
    private readonly warnings: Warnings,
  ) {}

  /** The process lives. */
  @Get('health')
  @Public()
  health(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** The process can serve: PostgreSQL answers. `warnings` names what somebody should look at all the same. */
  @Get('ready')
  @Public()
  async ready(): Promise<{ status: 'ok'; warnings: string[] }> {
    await this.database.query('health.ready', 'select 1');
    return { status: 'ok', warnings: await this.warnings.standing() };
  }
}

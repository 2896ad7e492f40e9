import { Controller, Get } from '@nestjs/common';
import { Public } from '../auth/callers.js';
import { Database } from '../database/database.js';

@Controller()
export class HealthController {
  constructor(private readonly database: Database) {}

  /** The process lives. */
  @Get('health')
  @Public()
  health(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** The process can serve: PostgreSQL answers. */
  @Get('ready')
  @Public()
  async ready(): Promise<{ status: 'ok' }> {
    await this.database.query('health.ready', 'select 1');
    return { status: 'ok' };
  }
}

import { Module } from '@nestjs/common';
import { Colleagues } from './operator-colleagues.js';
import { OperatorsAttempts } from './operators-attempts.service.js';
import { OperatorsSessions } from './operators-sessions.service.js';
import { OperatorsSignIn } from './operators-sign-in.service.js';
import { OperatorsAdminController } from './operators.admin.controller.js';
import { OperatorsQueries } from './operators.queries.js';
import { OperatorsService } from './operators.service.js';

@Module({
  controllers: [OperatorsAdminController],
  providers: [Colleagues, OperatorsAttempts, OperatorsQueries, OperatorsService, OperatorsSessions, OperatorsSignIn],
  exports: [Colleagues],
})
export class OperatorsModule {}

import { Module } from '@nestjs/common';
import { AttemptsConsole } from './attempts-console.service.js';
import { ConnectionsConsole } from './connections-console.service.js';
import { ConsoleController } from './console.controller.js';
import { LogoutsConsole } from './logouts-console.service.js';
import { TesterService } from './tester.service.js';

@Module({
  controllers: [ConsoleController],
  providers: [AttemptsConsole, ConnectionsConsole, LogoutsConsole, TesterService],
})
export class ConsoleModule {}

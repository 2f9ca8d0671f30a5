import { Module } from '@nestjs/common';
import { OutboundModule } from '../outbound/index.js';
import { AttemptsConsole } from './attempts-console.service.js';
import { ConnectionsConsole } from './connections-console.service.js';
import { ConsoleController } from './console.controller.js';
import { LogoutsConsole } from './logouts-console.service.js';
import { ActionsConsole } from './set-up/actions-console.service.js';
import { BrandConsoleController } from './set-up/brand-console.controller.js';
import { BrandConsole } from './set-up/brand-console.service.js';
import { ChecklistService } from './set-up/checklist.service.js';
import { ConnectionSettingsController } from './set-up/connection-settings.controller.js';
import { ConnectionSettings } from './set-up/connection-settings.service.js';
import { DiscoveryService } from './set-up/discovery.service.js';
import { DraftsRepository } from './set-up/drafts.repository.js';
import { DraftsService } from './set-up/drafts.service.js';
import { KeysConsoleController } from './set-up/keys-console.controller.js';
import { KeysConsole } from './set-up/keys-console.service.js';
import { MilestonesRepository } from './set-up/milestones.repository.js';
import { PreviewService } from './set-up/preview.service.js';
import { StaffConsole } from './set-up/staff-console.service.js';
import { TesterService } from './tester.service.js';

const setUp = [
  ActionsConsole,
  BrandConsole,
  ChecklistService,
  ConnectionSettings,
  DiscoveryService,
  DraftsRepository,
  DraftsService,
  KeysConsole,
  MilestonesRepository,
  PreviewService,
  StaffConsole,
];

@Module({
  imports: [OutboundModule],
  controllers: [
    ConsoleController,
    BrandConsoleController,
    ConnectionSettingsController,
    KeysConsoleController,
  ],
  providers: [AttemptsConsole, ConnectionsConsole, LogoutsConsole, TesterService, ...setUp],
})
export class ConsoleModule {}

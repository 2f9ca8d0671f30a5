import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AgentsModule } from './agents/index.js';
import { AttachmentsModule } from './attachments/index.js';
import { AuditModule } from './audit/index.js';
import { BrandsModule } from './brands/index.js';
import { BusModule } from './bus/index.js';
import { CannedModule } from './canned/index.js';
import { CardsModule } from './cards/index.js';
import { CommonModule } from './common/common.module.js';
import { DoorGuard } from './common/door.guard.js';
import { ConfigModule } from './config/config.module.js';
import type { Config } from './config/env.js';
import { ConnectionsModule } from './connections/index.js';
import { ConsoleModule } from './console/index.js';
import { ConsumersModule } from './consumers/index.js';
import { ConversationsModule } from './conversations/index.js';
import { DocsModule } from './docs/docs.module.js';
import { DutyModule } from './duty/index.js';
import { EmbedModule } from './embed/index.js';
import { FactsModule } from './facts/index.js';
import { HealthModule } from './health/health.module.js';
import { IdentityModule } from './identity/index.js';
import { OperatorModule } from './operator/index.js';
import { PersonalModule } from './personal/index.js';
import { RealtimeModule } from './realtime/index.js';
import { SettingsModule } from './settings/index.js';
import { SignUpModule } from './sign-up/index.js';
import { TelemetryModule } from './telemetry/index.js';
import { TestClockModule } from './test-clock/index.js';
import { WebhooksModule } from './webhooks/index.js';
import { WindowsModule } from './windows/index.js';

@Module({})
export class AppModule {
  static with(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.with(config),
        TelemetryModule,
        CommonModule,
        BusModule,
        AuditModule,
        PersonalModule,
        BrandsModule,
        ConnectionsModule,
        FactsModule,
        IdentityModule,
        ConversationsModule,
        SettingsModule,
        CardsModule,
        AgentsModule,
        DutyModule,
        CannedModule,
        SignUpModule,
        AttachmentsModule,
        ConsoleModule,
        RealtimeModule,
        OperatorModule,
        ConsumersModule,
        EmbedModule,
        WebhooksModule,
        WindowsModule,
        HealthModule,
        DocsModule,
        ...(config.COUNTERSIGN_TEST_CLOCK ? [TestClockModule] : []),
      ],
      providers: [{ provide: APP_GUARD, useClass: DoorGuard }],
    };
  }
}

import { Global, Module } from '@nestjs/common';
import { AgentDoor } from '../common/doors.js';
import { OutboundModule } from '../outbound/index.js';
import { AgentsDirectory } from '../settings/index.js';
import { AdmissionService } from './admission.service.js';
import { AgentController } from './agent.controller.js';
import { AgentCookieDoor } from './agent.door.js';
import { AgentStrategy } from './agent.strategy.js';
import { AgentGate } from './agent-gate.js';
import { AgentJudge } from './agent-judge.js';
import { AgentProviders } from './agent-provider.js';
import { AgentSessionsRepository } from './agent-sessions.repository.js';
import { AgentsRepository } from './agents.repository.js';
import { AgentsService } from './agents.service.js';
import { AgentCookies } from './cookies.js';
import { SignInController } from './sign-in.controller.js';
import { SignInStatesRepository } from './sign-in-states.repository.js';
import { SignInStore } from './sign-in-store.js';

const doors = [
  { provide: AgentDoor, useClass: AgentCookieDoor },
  { provide: AgentsDirectory, useClass: AgentsService },
];

@Global()
@Module({
  imports: [OutboundModule],
  controllers: [SignInController, AgentController],
  providers: [
    AdmissionService,
    AgentCookies,
    AgentGate,
    AgentJudge,
    AgentProviders,
    AgentSessionsRepository,
    AgentsRepository,
    AgentStrategy,
    SignInStatesRepository,
    SignInStore,
    ...doors,
  ],
  exports: [AgentCookies, AgentGate, AgentJudge, AgentProviders, ...doors],
})
export class AgentsModule {}

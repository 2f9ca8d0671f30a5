import { Module } from '@nestjs/common';
import { AgentSocketDoor } from './agent.door.js';
import { AgentGateway } from './agent.gateway.js';
import { Answers } from './answers.js';
import { AttemptDeliveries } from './attempt-deliveries.js';
import { Audience } from './audience.js';
import { CatchingUp } from './catching-up.js';
import { ConsumerDoor } from './consumer.door.js';
import { ConsumerGateway } from './consumer.gateway.js';
import { Departure } from './departure.js';
import { DeviceDeliveries } from './device-deliveries.js';
import { MarkDeliveries } from './mark-deliveries.js';
import { MessageDeliveries } from './message-deliveries.js';
import { PanelDeliveries } from './panel-deliveries.js';
import { QueueDeliveries } from './queue-deliveries.js';
import { QuickEvents } from './quick-events.js';
import { SessionDeliveries } from './session-deliveries.js';
import { TypingDeliveries } from './typing-deliveries.js';

@Module({
  providers: [
    AgentGateway,
    AgentSocketDoor,
    Answers,
    AttemptDeliveries,
    Audience,
    CatchingUp,
    ConsumerDoor,
    ConsumerGateway,
    Departure,
    DeviceDeliveries,
    MarkDeliveries,
    MessageDeliveries,
    PanelDeliveries,
    QueueDeliveries,
    QuickEvents,
    SessionDeliveries,
    TypingDeliveries,
  ],
})
export class RealtimeModule {}

import { Module } from '@nestjs/common';
import { CardsModule } from '../cards/index.js';
import { AgentSocketDoor } from './agent.door.js';
import { AgentGateway } from './agent.gateway.js';
import { Answers } from './answers.js';
import { AttemptDeliveries } from './attempt-deliveries.js';
import { Audience } from './audience.js';
import { CardDeliveries } from './card-deliveries.js';
import { CatchingUp } from './catching-up.js';
import { ConsumerDoor } from './consumer.door.js';
import { ConsumerGateway } from './consumer.gateway.js';
import { Departure } from './departure.js';
import { DeviceDeliveries } from './device-deliveries.js';
import { DutyDeliveries } from './duty-deliveries.js';
import { MarkDeliveries } from './mark-deliveries.js';
import { MessageDeliveries } from './message-deliveries.js';
import { NoteDeliveries } from './note-deliveries.js';
import { PanelDeliveries } from './panel-deliveries.js';
import { QueueDeliveries } from './queue-deliveries.js';
import { QuickEvents } from './quick-events.js';
import { SessionDeliveries } from './session-deliveries.js';
import { TypingDeliveries } from './typing-deliveries.js';

@Module({
  imports: [CardsModule],
  providers: [
    AgentGateway,
    AgentSocketDoor,
    Answers,
    AttemptDeliveries,
    Audience,
    CardDeliveries,
    CatchingUp,
    ConsumerDoor,
    ConsumerGateway,
    Departure,
    DeviceDeliveries,
    DutyDeliveries,
    MarkDeliveries,
    MessageDeliveries,
    NoteDeliveries,
    PanelDeliveries,
    QueueDeliveries,
    QuickEvents,
    SessionDeliveries,
    TypingDeliveries,
  ],
})
export class RealtimeModule {}

import { Module } from '@nestjs/common';
import { OutboundModule } from '../outbound/index.js';
import { ActionsClient } from './actions.client.js';
import { AnsweringCardsService } from './answering-cards.service.js';
import { CardFollower } from './card-follower.js';
import { ExecutionService } from './execution.service.js';
import { ProposingService } from './proposing.service.js';
import { SealedFacts } from './sealed-facts.js';

@Module({
  imports: [OutboundModule],
  providers: [
    ActionsClient,
    AnsweringCardsService,
    CardFollower,
    ExecutionService,
    ProposingService,
    SealedFacts,
  ],
  exports: [AnsweringCardsService, ProposingService],
})
export class CardsModule {}

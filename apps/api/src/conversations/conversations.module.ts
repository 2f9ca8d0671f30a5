import { Global, Module } from '@nestjs/common';
import { ConversationLookup } from '../identity/index.js';
import { AnsweringService } from './answering.service.js';
import { ConversationsController } from './conversations.controller.js';
import { ConversationsRepository } from './conversations.repository.js';
import { DeskService } from './desk.service.js';
import { HistoryRepository } from './history.repository.js';
import { MarksRepository } from './marks.repository.js';
import { MarksService } from './marks.service.js';
import { MergeService } from './merge.service.js';
import { MessagesRepository } from './messages.repository.js';
import { OpenConversation } from './open-conversation.lookup.js';
import { PanelService } from './panel.service.js';
import { PlainLines } from './plain/plain-lines.js';
import { PlainLinesRepository } from './plain/plain-lines.repository.js';
import { RequestsRepository } from './requests.repository.js';
import { RequestsService } from './requests.service.js';
import { SessionFollower } from './session-follower.js';
import { SigningOutService } from './signing-out.service.js';
import { SummariesService } from './summaries.service.js';
import { TalkService } from './talk.service.js';
import { WritingRepository } from './writing.repository.js';

const lookup = { provide: ConversationLookup, useClass: OpenConversation };

@Global()
@Module({
  controllers: [ConversationsController],
  providers: [
    AnsweringService,
    ConversationsRepository,
    DeskService,
    HistoryRepository,
    MarksRepository,
    MarksService,
    MergeService,
    MessagesRepository,
    PanelService,
    PlainLines,
    PlainLinesRepository,
    RequestsRepository,
    RequestsService,
    SessionFollower,
    SigningOutService,
    SummariesService,
    TalkService,
    WritingRepository,
    lookup,
  ],
  exports: [
    AnsweringService,
    ConversationsRepository,
    DeskService,
    MergeService,
    MessagesRepository,
    PanelService,
    SigningOutService,
    RequestsService,
    SummariesService,
    TalkService,
    lookup,
  ],
})
export class ConversationsModule {}

import { Global, Module } from '@nestjs/common';
import { ConversationLookup } from '../identity/index.js';
import { AnsweringService } from './answering.service.js';
import { AssignmentService } from './assignment.service.js';
import { CardsRepository } from './cards/cards.repository.js';
import { ColleaguesRepository } from './colleagues.repository.js';
import { ConversationsController } from './conversations.controller.js';
import { ConversationsRepository } from './conversations.repository.js';
import { DeskService } from './desk.service.js';
import { HistoryRepository } from './history.repository.js';
import { LeftBehind } from './left-behind.service.js';
import { MarksRepository } from './marks.repository.js';
import { MarksService } from './marks.service.js';
import { MergeService } from './merge.service.js';
import { MessagesRepository } from './messages.repository.js';
import { NotesRepository } from './notes/notes.repository.js';
import { NotesService } from './notes/notes.service.js';
import { OpenConversation } from './open-conversation.lookup.js';
import { PanelService } from './panel.service.js';
import { PlainLines } from './plain/plain-lines.js';
import { PlainLinesRepository } from './plain/plain-lines.repository.js';
import { QueueRepository } from './queue.repository.js';
import { QueueService } from './queue.service.js';
import { RatingsController } from './ratings.controller.js';
import { RatingsRepository } from './ratings.repository.js';
import { RatingsService } from './ratings.service.js';
import { RequestsRepository } from './requests.repository.js';
import { RequestsService } from './requests.service.js';
import { SearchController } from './search/search.controller.js';
import { SearchRepository } from './search/search.repository.js';
import { SearchService } from './search/search.service.js';
import { SessionFollower } from './session-follower.js';
import { SigningOutService } from './signing-out.service.js';
import { SummariesService } from './summaries.service.js';
import { TalkService } from './talk.service.js';
import { WritingRepository } from './writing.repository.js';

const lookup = { provide: ConversationLookup, useClass: OpenConversation };

@Global()
@Module({
  controllers: [ConversationsController, RatingsController, SearchController],
  providers: [
    AnsweringService,
    AssignmentService,
    ColleaguesRepository,
    CardsRepository,
    ConversationsRepository,
    DeskService,
    HistoryRepository,
    LeftBehind,
    MarksRepository,
    MarksService,
    MergeService,
    MessagesRepository,
    NotesRepository,
    NotesService,
    PanelService,
    PlainLines,
    PlainLinesRepository,
    QueueRepository,
    QueueService,
    RatingsRepository,
    RatingsService,
    RequestsRepository,
    RequestsService,
    SearchRepository,
    SearchService,
    SessionFollower,
    SigningOutService,
    SummariesService,
    TalkService,
    WritingRepository,
    lookup,
  ],
  exports: [
    AnsweringService,
    AssignmentService,
    CardsRepository,
    ConversationsRepository,
    DeskService,
    MergeService,
    MessagesRepository,
    NotesRepository,
    NotesService,
    PanelService,
    QueueRepository,
    SigningOutService,
    RatingsService,
    RequestsService,
    SummariesService,
    TalkService,
    WritingRepository,
    lookup,
  ],
})
export class ConversationsModule {}

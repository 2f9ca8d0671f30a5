export { AnsweringService } from './answering.service.js';
export { type Conversation, statusOf } from './conversation.js';
export { ConversationsModule } from './conversations.module.js';
export { ConversationsRepository } from './conversations.repository.js';
export { DeskService } from './desk.service.js';
export { MessagesRepository } from './messages.repository.js';
export { PanelService } from './panel.service.js';
export { SummariesService } from './summaries.service.js';
export { TalkService } from './talk.service.js';

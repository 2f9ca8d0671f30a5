export {
  ChatApp,
  type ChatAppOptions,
  type ChatAppState,
  createChat,
  type ProofRequest,
} from './app/create-chat.js';
export type { CardTrouble } from './cards/card-answers.js';
export { cardBodyOf } from './cards/read-card.js';
export { characters } from './chat/characters.js';
export { Chat, type ChatOptions } from './chat/chat.js';
export type { DraftStorage } from './chat/drafts.js';
export { next } from './chat/next.js';
export {
  type ChatState,
  type Draft,
  type DraftFile,
  type Earlier,
  type Happening,
  initialChat,
  type Rating,
} from './chat/state.js';
export type { AttachOptions } from './chat/writing.js';
export * from './identity/index.js';
export { Life } from './life/life.js';
export { speakerOf, standingAt } from './life/standing.js';
export * from './platform/index.js';

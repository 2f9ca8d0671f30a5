export { Chat, type ChatOptions } from './chat/chat.js';
export { next } from './chat/next.js';
export { type ChatState, type Draft, type Happening, initialChat } from './chat/state.js';
export * from './identity/index.js';
export { proveKey } from './possession.js';

export { ChatSockets } from './chat-sockets.js';
export { QuickEvents } from './quick-events.js';
export { RealtimeModule } from './realtime.module.js';

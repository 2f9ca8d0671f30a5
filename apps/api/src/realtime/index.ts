export { ChatSockets } from './chat-sockets.js';
export { RealtimeModule } from './realtime.module.js';

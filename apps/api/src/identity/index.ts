export { AttemptsRepository } from './attempts.repository.js';
export { ConversationLookup } from './conversation-lookup.js';
export { IdentityModule } from './identity.module.js';
export type { LiveSession } from './live-session.js';
export { APP, originOf } from './page-request.js';
export { SessionGate } from './session.gate.js';
export { SessionsService } from './sessions.service.js';
export { TokenJudge } from './token-judge.js';

export { develops, type LiveAgent, leads, mustHave } from './agent.js';
export { AgentGate, SEEN_EVERY_MS } from './agent-gate.js';
export { AgentJudge } from './agent-judge.js';
export { AgentProviders, type SignInProvider } from './agent-provider.js';
export { AgentsModule } from './agents.module.js';
export { authorizationRequest, authorizationResponse } from './authorization.js';
export { AgentCookies } from './cookies.js';
export { SignInFailed, type SignInProblem } from './sign-in-failed.js';

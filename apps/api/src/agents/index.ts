export { develops, type LiveAgent, leads, mustHave } from './agent.js';
export { AgentGate, SEEN_EVERY_MS } from './agent-gate.js';
export { AgentsModule } from './agents.module.js';
export { AgentCookies } from './cookies.js';

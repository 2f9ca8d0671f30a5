export { type Act, type Answer, ASSURANCE_MS, act, MINUTE_MS } from './acts.js';
export { browsers, type Choice, historyOf, subjects } from './histories.js';
export {
  type Fate,
  type Happening,
  type Move,
  moveOf,
  moves,
  type SessionState,
  type Told,
} from './moves.js';
export { liveOf, type Sight, sightOf, standingOf } from './sight.js';
export { browserOf, type Conversation, type Session, type Subject, type World, worldOf } from './world.js';

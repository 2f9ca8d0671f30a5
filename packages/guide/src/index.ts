export type { Act, Target } from './act.js';
export { find } from './find.js';
export { type Manner, perform } from './perform.js';
export { hidePointer } from './pointer.js';
export { type Hands, listenTo, remoteHands } from './remote.js';
export { NotThere, pause, until } from './wait.js';

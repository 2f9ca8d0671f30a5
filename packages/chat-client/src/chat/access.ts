import type { Line } from './line.js';
import type { ChatState, Happening } from './state.js';

/** The chat, for its parts: what it is, what happens to it, and the line there is now. */
export type Access = {
  readonly state: () => ChatState;
  readonly happen: (happening: Happening) => void;
  readonly line: () => Line | undefined;
};

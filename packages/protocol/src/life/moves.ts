import type { Assurance } from '@countersign/claims';

/** Where a browser stands. `none`: it has no session. */
export type SessionState = Assurance | 'none';

/** What can happen to a session. The three in the middle are the clock's. */
export type Happening =
  | 'opened'
  | 'proven'
  | 'renewed'
  | 'stepped_up'
  | 'grew_due'
  | 'grew_stale'
  | 'ran_out'
  | 'signed_out'
  | 'logged_out'
  | 'switched'
  | 'unnamed';

/** Who hears of it within a second: this browser's tabs, the consumer's other devices, whoever answers them. */
export type Told = 'tabs' | 'devices' | 'agent';

/**
 * What becomes of the conversation the session speaks in. `left`: it stays open, for whoever proves to be the same
 * person; `offered`: it waits for the consumer's word, and is closed where nothing may be offered; `closed`: for good.
 */
export type Fate = 'goes on' | 'offered' | 'left' | 'closed' | 'none';

export type Move = { readonly to: SessionState; readonly told: readonly Told[]; readonly conversation: Fate };
type Moves = Readonly<Partial<Record<Happening, Move>>>;

const move = (to: SessionState, conversation: Fate, ...told: Told[]): Move => ({ to, conversation, told });

/** A session that is over is left by opening another: nothing of the former one comes along. */
const over: Moves = {
  opened: move('anonymous', 'none', 'tabs'),
  proven: move('verified', 'none', 'tabs', 'agent'),
};

/** Whoever was proven may come back with a proof, so what they said stays open for them. */
const known: Moves = {
  renewed: move('verified', 'goes on', 'tabs', 'devices', 'agent'),
  stepped_up: move('verified', 'goes on', 'tabs', 'devices', 'agent'),
  signed_out: move('ended', 'left', 'tabs', 'agent'),
  logged_out: move('revoked', 'left', 'tabs', 'devices', 'agent'),
  switched: move('ended', 'left', 'tabs', 'agent'),
  unnamed: move('ended', 'left', 'tabs', 'agent'),
};

/**
 * The life of a session: from each state, what may happen, where it leads, what becomes of the conversation, and who is
 * told. What does not stand here cannot happen.
 */
export const moves: Readonly<Record<SessionState, Moves>> = {
  none: over,
  anonymous: {
    proven: move('verified', 'offered', 'tabs', 'agent'),
    signed_out: move('ended', 'closed', 'tabs', 'agent'),
    logged_out: move('revoked', 'closed', 'tabs', 'agent'),
  },
  verified: { ...known, grew_due: move('due', 'goes on') },
  due: { ...known, grew_stale: move('stale', 'goes on', 'tabs', 'agent') },
  stale: { ...known, ran_out: move('ended', 'left', 'tabs', 'agent') },
  ended: over,
  revoked: over,
};

/** Where a happening leads from a state. Undefined: it cannot happen there. */
export const moveOf = (state: SessionState, happening: Happening): Move | undefined =>
  moves[state][happening];

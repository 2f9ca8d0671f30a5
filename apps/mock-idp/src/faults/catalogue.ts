import type { Fault } from './fault.js';
import { callback } from './rows/callback.js';
import { claims } from './rows/claims.js';
import { metadata } from './rows/metadata.js';
import { signatures } from './rows/signatures.js';
import { times } from './rows/times.js';
import { tokens } from './rows/tokens.js';
import { wire } from './rows/wire.js';

/** In the order they are printed. */
export const families = {
  'Signature and form': signatures,
  Times: times,
  Claims: claims,
  'Back to the client': callback,
  'Token endpoint and userinfo': tokens,
  'The road to the token endpoint': wire,
  'Keys and discovery': metadata,
} satisfies Record<string, Record<string, Fault>>;

const rows = { ...signatures, ...times, ...claims, ...callback, ...tokens, ...wire, ...metadata };
export type FaultName = keyof typeof rows;

/** Everything that can be armed, by its name. */
export const catalogue: Readonly<Record<FaultName, Fault>> = rows;

export const isFault = (name: string): name is FaultName => Object.hasOwn(catalogue, name);

import type { ConnectionKey } from '../chat/connection-key';

export const connectionNames: readonly (readonly [ConnectionKey, string])[] = [
  ['google', 'Code Flow by Google'],
  ['own', 'Code Flow by Larkspur’s server'],
  ['signed', 'Implicit Flow, signed'],
  ['sealed', 'Implicit Flow, signed and encrypted'],
];

import type { Profile } from './profile.js';

/** Every scope a kind of provider knows; it does not hear the others. */
export const scopesOf = ({ moreScopes = [] }: Profile): readonly string[] => [
  'openid',
  'email',
  'profile',
  ...moreScopes,
];

import type { Profile } from '../profile.js';

/** Google has no logout that a client could ask for, and encrypts nothing. */
const foreign = [
  'idTokenEncryption',
  'postLogoutRedirectUris',
  'backchannelLogoutUri',
  'refreshTokens',
] as const;

export const judgeClient: NonNullable<Profile['judgeClient']> = (client) => {
  const member = foreign.find((name) => client[name] !== undefined);
  return member && { member, expected: 'nothing of the kind: Google does not do this' };
};

/** An application that is internal to an organisation is for its people alone. */
export const judgePerson: NonNullable<Profile['judgePerson']> = ({ internalTo }, { hd }) =>
  internalTo === undefined || internalTo === hd
    ? undefined
    : {
        status: 403,
        error: 'org_internal',
        description: 'This client is restricted to users within its organization.',
      };

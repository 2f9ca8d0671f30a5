import type { connectionChange } from '@countersign/contracts';
import type { z } from 'zod';

type ConnectionInput = z.output<typeof connectionChange>;

/** What a page means that answers LivePerson a code and no redirect URI. */
const LIVEPERSON_REDIRECT_URI = 'https://liveperson.net';

/** Where an operator says nothing, a connection in LivePerson mode is as a connector there would be. */
export const authoritativeOf = ({ mode, authoritative }: ConnectionInput): string[] =>
  authoritative ?? (mode === 'liveperson' ? ['*'] : []);

export const methodOf = ({ mode, method }: ConnectionInput): string =>
  method ?? (mode === 'liveperson' ? 'lpGetAuthenticationToken' : 'getChatProof');

/** A strict connection names its own: the rules say so before. */
export const redirectUrisOf = ({ redirectUris }: { redirectUris?: string[] | undefined }): string[] =>
  redirectUris ?? [LIVEPERSON_REDIRECT_URI];

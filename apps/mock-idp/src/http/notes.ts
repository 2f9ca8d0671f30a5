import type { ServerResponse } from 'node:http';

/** What a path of an issuer is for. */
export const endpoints = [
  'discovery',
  'keys',
  'authorization',
  'token',
  'userinfo',
  'revocation',
  'backchannel',
  'interaction',
  'tokeninfo',
  'device',
  'logout',
  'other',
] as const;
export type Endpoint = (typeof endpoints)[number];

/** What an exchange turned out to be about: which login of which client. */
export type Notes = {
  /** Under the issuer, as it was asked for: an older path can have a body of its own. */
  readonly path?: string | undefined;
  readonly endpoint?: Endpoint | undefined;
  readonly clientId?: string | undefined;
  readonly subject?: string | undefined;
  readonly state?: string | undefined;
  /** As the request said it. */
  readonly loginHint?: string | undefined;
};

const noted = new WeakMap<ServerResponse, Notes>();

/** Noted where it is known, deep inside; read where answers are bent and written down. */
export const note = (res: ServerResponse, more: Notes): void => {
  noted.set(res, { ...noted.get(res), ...more });
};

export const notesOf = (res: ServerResponse): Notes => noted.get(res) ?? {};

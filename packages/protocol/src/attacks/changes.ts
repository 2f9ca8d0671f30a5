import type { Change, Members } from './attack.js';
import { editHeader, editPart, without } from './edit.js';

/** Claims put in or changed. */
export const claim = (added: Members): Change => ({ claims: (claims) => ({ ...claims, ...added }) });

export const claimFrom = (change: (claims: Members) => Members): Change => ({
  claims: (claims) => ({ ...claims, ...change(claims) }),
});

export const unclaimed = (name: string): Change => ({ claims: (claims) => without(claims, name) });

/** Times moved by seconds, together. */
export const moved = (times: Readonly<Record<string, number>>): Change => ({
  claims: (claims) => ({
    ...claims,
    ...Object.fromEntries(
      Object.entries(times).map(([name, by]) => [name, Number(claims[name] ?? claims['iat']) + by]),
    ),
  }),
});

/** The value of one claim as text that JSON would not write. */
export const spelled = (name: string, value: string): Change => ({
  payload: (text) => text.replace(new RegExp(`"${name}":("[^"]*"|[0-9]+)`), `"${name}":${value}`),
});

/** A member put before all others, as text. */
export const alsoSaying = (members: string): Change => ({
  payload: (text) => text.replace('{', `{${members},`),
});

export const payload = (text: string | Uint8Array): Change => ({ payload: () => text });

/** Header members put in or changed, signed with the rest. */
export const said = (added: Members): Change => ({ header: (header) => ({ ...header, ...added }) });

/** The finished token changed: as a whole, or in one of its parts. */
export const finished = (change: (token: string) => string): Change => ({ finished: change });
export const part = (index: number, change: (part: string) => string): Change => ({
  finished: (token) => editPart(token, index, change),
});

/** The header of the envelope: as it is sealed, or changed afterwards. */
export const outer = (added: Members): Change => ({ outer: (header) => ({ ...header, ...added }) });
export const outerAfter = (added: Members): Change => ({ finished: (token) => editHeader(token, added) });

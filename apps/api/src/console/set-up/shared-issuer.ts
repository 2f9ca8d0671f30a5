import { isDeepStrictEqual } from 'node:util';
import type { Connection } from '../../connections/index.js';
import { type ConnectionSaid, type IssuerSaid, storedKey } from '../../settings/index.js';

type Said = { readonly issuer: IssuerSaid; readonly connection: ConnectionSaid };

/**
 * A new connection by an issuer that others come by takes it as it is: whoever only tries something must not change by
 * which keys those who are live are believed.
 */
export async function wrongWithShared(
  { url, discovery, jwksUri, keys }: IssuerSaid,
  before: readonly Connection[],
): Promise<{ path: string; message: string }[]> {
  const users = before.filter(({ issuer }) => issuer.url === url);
  const known = users[0]?.issuer;
  if (!known) return [];
  const wanted = keys ? await Promise.all(keys.map(storedKey)) : null;
  const same =
    known.discovery === discovery &&
    known.jwksUri === (jwksUri ?? null) &&
    isDeepStrictEqual(known.keys ?? null, wanted);
  const message = `is the issuer of ${users.map(({ key }) => key).join(', ')}, whose keys come from elsewhere: say the same, or change it there first`;
  return same ? [] : [{ path: discovery ? 'issuer.url' : keys ? 'issuer.keys' : 'issuer.jwksUri', message }];
}

/** What an issuer is called that others come by stays as it is. */
export function asKnown({ issuer, connection }: Said, before: readonly Connection[]): Said {
  const known = before.find((one) => one.issuer.url === issuer.url)?.issuer;
  const named = known ? { ...issuer, label: known.label, aliases: [...known.aliases] } : issuer;
  return { issuer: named, connection };
}

import type { IncomingMessage } from 'node:http';
import type Provider from 'oidc-provider';
import { type Exchange, readForm } from '../http/index.js';
import type { World } from '../world/index.js';

export type AccessToken = InstanceType<Provider['AccessToken']>;

/** Empty where there is none. */
export function bearerIn({ headers }: IncomingMessage): string {
  const [scheme = '', token = ''] = (headers.authorization ?? '').split(' ');
  return scheme.toLowerCase() === 'bearer' ? token : '';
}

/** The access token of a request: in the header, the query or a form; empty where there is none. */
export async function bearer({ req, url }: Exchange): Promise<string> {
  const inHeader = bearerIn(req);
  if (inHeader !== '') return inHeader;
  const inQuery = url.searchParams.get('access_token');
  if (inQuery !== null) return inQuery;
  return req.method === 'POST' ? ((await readForm(req)).get('access_token') ?? '') : '';
}

/** What it stands for, while it lives. */
export async function accessTokenOf(
  { profile }: World,
  provider: Provider,
  value: string,
): Promise<AccessToken | undefined> {
  const { accessTokenPrefix: prefix } = profile;
  if (!value.startsWith(prefix) || value === '') return undefined;
  const token = await provider.AccessToken.find(value.slice(prefix.length));
  return token?.isValid ? token : undefined;
}

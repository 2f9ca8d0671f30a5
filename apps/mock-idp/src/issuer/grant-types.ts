import type Provider from 'oidc-provider';
import type { Client } from '../clients/index.js';
import { type Exchange, sendJson } from '../http/index.js';
import type { Refusal } from '../profiles/index.js';
import type { World } from '../world/index.js';
import { deviceGrant } from './device-grant.js';
import { refreshGrant } from './refresh-grant.js';

export type Asked = {
  readonly form: URLSearchParams;
  readonly client: Client | undefined;
  readonly clientSecret: string | undefined;
};

const refused = (answer: Refusal | Record<string, unknown>): answer is Refusal => 'status' in answer;

/** The grants that oidc-provider knows nothing of here. Answers whether it was one of them. */
export async function answerGrant(
  world: World,
  provider: Provider,
  exchange: Exchange,
  { form, client, clientSecret }: Asked,
): Promise<boolean> {
  const { offline, deviceFlow } = world.profile;
  const grantType = form.get('grant_type');
  const refresh = offline && grantType === 'refresh_token';
  const device = deviceFlow && grantType === 'urn:ietf:params:oauth:grant-type:device_code';
  if (!client || client.clientSecret !== clientSecret || !(refresh || device)) return false;
  const parts = { world, provider, exchange, client, form };
  const answer = refresh ? await refreshGrant(parts, offline) : await deviceGrant(parts);
  if (refused(answer))
    sendJson(exchange, answer.status, { error: answer.error, error_description: answer.description });
  else sendJson(exchange, 200, answer);
  return true;
}

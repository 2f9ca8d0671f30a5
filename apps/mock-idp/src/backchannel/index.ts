import type Provider from 'oidc-provider';
import { z } from 'zod';
import type { Client } from '../clients/index.js';
import { basicCredentials, type Exchange, readBody, sendJson } from '../http/index.js';
import type { World } from '../world/index.js';
import { issueCode } from './issue.js';
import { CodeRefused } from './refusal.js';
import { type CodeRequest, codeRequest } from './request.js';

function backendOf({ clients, key }: World, { req }: Exchange): Client {
  const credentials = basicCredentials(req);
  const client = clients.find(key, credentials?.clientId ?? '');
  if (client?.backend && client.clientSecret === credentials?.clientSecret) return client;
  throw new CodeRefused(401, 'invalid_client', 'A backend client has to name itself by HTTP Basic.');
}

async function read({ req }: Exchange): Promise<CodeRequest> {
  if (req.headers.origin !== undefined)
    throw new CodeRefused(403, 'access_denied', 'This endpoint is for backends, not for pages.');
  let body: unknown;
  try {
    body = JSON.parse((await readBody(req)).toString('utf8'));
  } catch {
    throw new CodeRefused(400, 'invalid_request', 'The body is not JSON.');
  }
  const result = codeRequest.safeParse(body);
  if (result.success) return result.data;
  throw new CodeRefused(400, 'invalid_request', z.prettifyError(result.error));
}

/** A code for a customer who is in session at the brand: no window, no frame, the same for apps. */
export async function backchannelCode(world: World, provider: Provider, exchange: Exchange): Promise<void> {
  try {
    if (exchange.req.method !== 'POST')
      throw new CodeRefused(405, 'invalid_request', 'Only POST is answered.');
    const backend = backendOf(world, exchange);
    const code = await issueCode(world, provider, backend, await read(exchange));
    sendJson(exchange, 200, { code, iss: world.issuer });
  } catch (error) {
    if (!(error instanceof CodeRefused)) throw error;
    const headers = error.status === 401 ? { 'www-authenticate': `Basic realm="${world.issuer}"` } : {};
    sendJson(exchange, error.status, { error: error.error, error_description: error.description }, headers);
  }
}

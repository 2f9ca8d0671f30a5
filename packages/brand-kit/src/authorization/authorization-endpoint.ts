import { z } from 'zod';
import type { FetchHandler } from '../adapters/fetch-handler.js';
import type { Authority } from './authority.js';
import { redirectTo, sendBack } from './authorization-answer.js';
import { type Asked, askedIn, type Recipient, recipientOf } from './authorization-request.js';
import { issueCode } from './codes.js';
import { pathsOf } from './discovery.js';
import { grantOf } from './grant.js';
import type { SignedIn } from './options.js';
import { refusalPage } from './pages.js';
import { formOf, parametersOf } from './parameters.js';
import { isRefusal, type Refusal, refuse } from './refusal.js';
import { newSecret, sha256 } from './secret.js';
import { idToken } from './tokens.js';
import { tooOld } from './too-old.js';

type Parameters = ReadonlyMap<string, string>;
type Result = Readonly<Record<string, string>> | Refusal;
/** A request, and since when it waits for a sign-in, if it does. */
type Wanted = { readonly parameters: Parameters; readonly waitsSince?: number };

const WAITS_SECONDS = 600;
const waiting = z.object({ parameters: z.array(z.tuple([z.string(), z.string()])), since: z.number() });

async function wantedIn({ store }: Authority, request: Request): Promise<Wanted | Refusal> {
  const parameters =
    request.method === 'POST' ? await formOf(request) : parametersOf(new URL(request.url).searchParams);
  if (isRefusal(parameters)) return parameters;
  const resumed = parameters.get('resume');
  if (resumed === undefined) return { parameters };
  const used = await store.use(`waiting:${sha256(resumed)}`);
  const known = waiting.safeParse(used?.record);
  if (!used || used.before > 0 || !known.success)
    return refuse('invalid_request', 'This sign-in took too long, or was finished before.');
  return { parameters: new Map(known.data.parameters), waitsSince: known.data.since };
}

/** Whether somebody must sign in first, or anew. Whoever has just done so has done what could be asked. */
function signInNeeded(
  { now }: Authority,
  { prompts, maxAge, acrValues }: Asked,
  customer: SignedIn | undefined,
  waitsSince: number | undefined,
): 'no' | 'at-all' | 'anew' {
  if (!customer) return 'at-all';
  const seconds = (milliseconds: number) => Math.floor(milliseconds / 1_000);
  const since = waitsSince ?? Number.POSITIVE_INFINITY;
  if (seconds(customer.authTime?.getTime() ?? 0) >= seconds(since)) return 'no';
  if (prompts.includes('login') || prompts.includes('select_account')) return 'anew';
  if (tooOld(customer, maxAge, now())) return 'anew';
  // A wish and no demand, as acr_values are: once, and not where no page may be shown.
  const wished = acrValues.length > 0 && !acrValues.includes(customer.acr ?? '');
  return wished && waitsSince === undefined && !prompts.includes('none') ? 'anew' : 'no';
}

/** Why nobody is sent to the login page: nothing may be shown, or they were there and are back as they went. */
function notToLogin({ prompts }: Asked, waitsSince: number | undefined, need: 'at-all' | 'anew') {
  if (waitsSince !== undefined)
    return need === 'anew'
      ? refuse('login_required', 'The customer did not sign in anew.')
      : refuse('access_denied', 'The customer did not sign in.');
  if (prompts.includes('none'))
    return refuse('login_required', 'Nobody is signed in, or not recently enough.');
  return undefined;
}

async function toLogin(
  { store, now, loginPage, issuer }: Authority,
  parameters: Parameters,
  { loginHint, acrValues }: Asked,
  anew: boolean,
): Promise<Response> {
  const id = newSecret();
  const since = now().getTime();
  const record = { parameters: [...parameters], since };
  await store.put(`waiting:${sha256(id)}`, record, new Date(since + WAITS_SECONDS * 1_000));
  const returnTo = `${pathsOf(issuer).authorization}?resume=${id}`;
  return redirectTo(new URL(loginPage({ returnTo, anew, loginHint, acrValues }), issuer).href);
}

async function answerFor(
  authority: Authority,
  { client, redirectUri }: Recipient,
  { responseType, scope, nonce, challenge }: Asked,
  customer: SignedIn,
): Promise<Readonly<Record<string, string>>> {
  const grant = grantOf(client.clientId, scope, customer);
  if (responseType === 'id_token') return { id_token: await idToken(authority, grant, { nonce }) };
  const bound = { ...grant, redirectUri, challenge, ...(nonce === undefined ? {} : { nonce }) };
  return { code: await issueCode(authority, bound) };
}

/** RFC 6749, section 4.1.1; OpenID Connect Core 1.0, section 3.1.2. */
export function authorizationEndpoint(authority: Authority): FetchHandler {
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'POST')
      return refusalPage('Expected GET or POST.', 405);
    const wanted = await wantedIn(authority, request);
    if (isRefusal(wanted)) return refusalPage(wanted.description);
    const { parameters, waitsSince } = wanted;
    const recipient = recipientOf(authority, parameters);
    if (isRefusal(recipient)) return refusalPage(recipient.description);
    const back = (result: Result) => sendBack(authority.issuer, recipient, result);
    const asked = askedIn(parameters, recipient);
    if (isRefusal(asked)) return back(asked);
    const customer = await authority.customerOf(request);
    const need = signInNeeded(authority, asked, customer, waitsSince);
    if (customer && need === 'no') return back(await answerFor(authority, recipient, asked, customer));
    const why = notToLogin(asked, waitsSince, need === 'anew' ? 'anew' : 'at-all');
    return why ? back(why) : toLogin(authority, parameters, asked, need === 'anew');
  };
}

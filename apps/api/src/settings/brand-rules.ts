import type { connectionChange, putBrand } from '@countersign/contracts';
import type { z } from 'zod';
import type { Config } from '../config/env.js';
import { emailAuthorityOf, isLoopback, isStandIn } from '../connections/index.js';
import { isSigningSecret } from '../outbound/index.js';
import { authoritativeOf } from './defaults.js';
import { wrongWithOrigin } from './page-origin.js';
import { wrongWithKey } from './pasted-key.js';

type ConnectionInput = z.output<typeof connectionChange>;
type Input = Pick<z.output<typeof putBrand>, 'issuers' | 'facts' | 'agentSignIn'> &
  Pick<Partial<z.output<typeof putBrand>>, 'actions'> & {
    readonly connections: readonly ConnectionInput[];
  };
export type RuleError = { path: string; message: string };

/** What the operator allows on this machine and beside it. */
export type Ground = Pick<Config, 'loopback' | 'OUTBOUND_ALLOW'>;

/** What is wrong with the address of an issuer, if anything is. OpenID Connect Core 1.0, section 2 (`iss`). */
export function wrongWith(url: string, ground: Ground): string | undefined {
  if (!URL.canParse(url)) return 'is no address';
  const { protocol, host, search, hash } = new URL(url);
  if (
    !url.startsWith(`${protocol}//`) ||
    !url
      .slice(protocol.length + 2)
      .toLowerCase()
      .startsWith(host)
  )
    return 'is not a scheme, a host and a path';
  if (search !== '' || hash !== '') return 'has a query or a fragment';
  if (protocol === 'https:' && isStandIn(url) && !ground.loopback) return 'is the stand-in: for a demo only';
  return wrongWithScheme(url, ground);
}

/** Plain http only on this machine, or where the operator allows it, and in a demo. */
function wrongWithScheme(url: string, { loopback, OUTBOUND_ALLOW }: Ground): string | undefined {
  if (!URL.canParse(url)) return 'is no address';
  const { protocol, hostname, port } = new URL(url);
  if (protocol === 'https:') return undefined;
  const near = isLoopback(hostname) || OUTBOUND_ALLOW.includes(`${hostname}:${port || '80'}`);
  return protocol === 'http:' && loopback && near ? undefined : 'is not https';
}

/** An app's own scheme is the reverse of a name it controls. RFC 8252, section 7.1. */
const privateScheme = /^[a-z][a-z0-9+-]*(\.[a-z0-9+-]+)+:/;

function wrongWithRedirect(uri: string, ground: Ground): string | undefined {
  if (uri.includes('#')) return 'has a fragment';
  return privateScheme.test(uri) ? undefined : wrongWithScheme(uri, ground);
}

function ofAgents({ agentSignIn }: Input, ground: Ground): RuleError[] {
  const message = agentSignIn && wrongWith(agentSignIn.issuer, ground);
  return message === undefined ? [] : [{ path: 'agentSignIn.issuer', message }];
}

/** Where the brand's backend is asked: by https, and never within the operator's own network, which is tested at each call. */
function ofActions({ actions }: Input, ground: Ground): RuleError[] {
  if (!actions) return [];
  const errors: RuleError[] = [];
  const wrong = wrongWithScheme(actions.url, ground);
  if (wrong !== undefined) errors.push({ path: 'actions.url', message: wrong });
  if (!isSigningSecret(actions.secret))
    errors.push({ path: 'actions.secret', message: 'is not `whsec_` and the base64 of 24 to 64 bytes' });
  return errors;
}

/** A card that wants a step-up wants a connection that can prove one. */
const ofCards = ({ stepUp, stepUpFor }: ConnectionInput, path: string): RuleError[] =>
  stepUpFor.length > 0 && !stepUp
    ? [{ path: `${path}.stepUpFor`, message: 'needs stepUp: what is to be proven' }]
    : [];

function ofIssuers({ issuers }: Input, ground: Ground): RuleError[] {
  return issuers.flatMap(({ url, discovery, jwksUri, keys }, index) => {
    const path = `issuers.${index}`;
    const errors: RuleError[] = [];
    const wrong = wrongWith(url, ground);
    if (wrong !== undefined) errors.push({ path: `${path}.url`, message: wrong });
    if (discovery && (keys || jwksUri))
      errors.push({
        path,
        message: 'an issuer with discovery publishes its own keys: leave out keys and jwksUri',
      });
    const unsafe = jwksUri === undefined ? undefined : wrongWithScheme(jwksUri, ground);
    if (unsafe !== undefined) errors.push({ path: `${path}.jwksUri`, message: unsafe });
    keys?.forEach((key, at) => {
      const fault = wrongWithKey(key);
      if (fault !== undefined) errors.push({ path: `${path}.keys.${at}`, message: fault });
    });
    if (!discovery && !keys && !jwksUri)
      errors.push({ path, message: 'an issuer without discovery needs a jwksUri or keys' });
    return errors;
  });
}

function ofCodeFlow(
  { mode, pkce, redirectUris, tokenEndpoint, userinfo }: Extract<ConnectionInput, { flow: 'code' }>,
  discovery: boolean,
  ground: Ground,
  path: string,
): RuleError[] {
  const errors: RuleError[] = [];
  const wrong = (member: string, message: string) => errors.push({ path: `${path}.${member}`, message });
  if (mode === 'strict' && redirectUris === undefined) wrong('redirectUris', 'is missing');
  redirectUris?.forEach((uri, at) => {
    const fault = wrongWithRedirect(uri, ground);
    if (fault !== undefined) wrong(`redirectUris.${at}`, fault);
  });
  if (mode === 'strict' && pkce === false) wrong('pkce', 'can be switched off in LivePerson mode only');
  if (discovery && tokenEndpoint !== undefined)
    wrong('tokenEndpoint', 'an issuer with discovery names its own: leave it out');
  if (!discovery && tokenEndpoint === undefined)
    wrong('tokenEndpoint', 'Code Flow needs an issuer with discovery, or a token endpoint');
  if (!discovery && userinfo) wrong('userinfo', 'needs an issuer with discovery');
  const fault = tokenEndpoint === undefined ? undefined : wrongWith(tokenEndpoint, ground);
  if (fault !== undefined) wrong('tokenEndpoint', fault);
  return errors;
}

/** A proof that is renewed without the page must end when its owner signs out elsewhere. */
function ofLogout(connection: ConnectionInput, path: string): RuleError[] {
  const { backchannelLogout } = connection;
  const refresh = connection.flow === 'code' && connection.refresh;
  const google = emailAuthorityOf(connection.issuer) === 'google';
  const errors: RuleError[] = [];
  if (google && backchannelLogout)
    errors.push({
      path: `${path}.backchannelLogout`,
      message: 'Google sends no logout tokens: let your backend end the sessions of whoever signs out',
    });
  if (google && refresh)
    errors.push({
      path: `${path}.refresh`,
      message: 'Google gives no signal of a logout: a proof by Google is renewed by the page',
    });
  else if (refresh && !backchannelLogout)
    errors.push({ path: `${path}.refresh`, message: 'needs backchannelLogout: a signal that ends it' });
  return errors;
}

/** A window leaves for a provider: it has to know where to, and as whom. */
function ofWindow(
  connection: ConnectionInput,
  discovery: boolean,
  ground: Ground,
  path: string,
): RuleError[] {
  const { window, flow, clientId, authorizationEndpoint } = connection;
  const errors: RuleError[] = [];
  const wrong = (member: string, message: string) => errors.push({ path: `${path}.${member}`, message });
  if (window && flow === 'implicit' && clientId === undefined)
    wrong('clientId', 'a window signs in at a provider, and needs to be its client');
  if (discovery && authorizationEndpoint !== undefined)
    wrong('authorizationEndpoint', 'an issuer with discovery names its own: leave it out');
  if (window && !discovery && authorizationEndpoint === undefined)
    wrong('authorizationEndpoint', 'a window needs an issuer with discovery, or an authorization endpoint');
  // It may have a query. RFC 6749, section 3.1.
  const fault = authorizationEndpoint && wrongWith(authorizationEndpoint.replace(/\?[^#]*/, ''), ground);
  if (fault) wrong('authorizationEndpoint', fault);
  return errors;
}

/** One fact has one claim: whose turn it were among two, no JSON object could say. */
function ofMapping(mapping: ConnectionInput['mapping'], path: string): RuleError[] {
  const claims = Object.entries(mapping);
  return claims.flatMap(([claim, fact], at) => {
    const first = claims.slice(0, at).find(([, other]) => other === fact)?.[0];
    const message = `${fact} is what ${first} becomes already`;
    return first === undefined ? [] : [{ path: `${path}.mapping.${claim}`, message }];
  });
}

function ofConnections({ connections, issuers }: Input, ground: Ground): RuleError[] {
  return connections.flatMap((connection, index) => {
    const path = `connections.${index}`;
    const errors: RuleError[] = [];
    const issuer = issuers.find(({ url }) => url === connection.issuer);
    if (!issuer) errors.push({ path: `${path}.issuer`, message: 'is none of the issuers' });
    if (issuer && connection.flow === 'code')
      errors.push(...ofCodeFlow(connection, issuer.discovery, ground, path));
    errors.push(...ofWindow(connection, issuer?.discovery === true, ground, path));
    if (connection.flow === 'implicit' && connection.audience !== undefined && connection.mode === 'strict')
      errors.push({
        path: `${path}.audience`,
        message: 'is the address of the connection, but in LivePerson mode',
      });
    // There an e-mail is the issuer's own statement, and Google states many it does not vouch for.
    if (connection.mode === 'liveperson' && emailAuthorityOf(connection.issuer) === 'google')
      errors.push({ path: `${path}.mode`, message: 'LivePerson mode is for an issuer of the brand’s own' });
    errors.push(
      ...ofLogout(connection, path),
      ...ofMapping(connection.mapping, path),
      ...ofCards(connection, path),
    );
    if (connection.factsKey !== undefined && !seals(connection, connection.factsKey))
      errors.push({
        path: `${path}.factsKey`,
        message: 'is no mapped claim the issuer is authoritative for',
      });
    connection.origins.forEach((origin, at) => {
      const fault = wrongWithOrigin(origin, { loopback: ground.loopback });
      if (fault !== undefined) errors.push({ path: `${path}.origins.${at}`, message: fault });
    });
    return errors;
  });
}

const seals = (connection: ConnectionInput, claim: string): boolean => {
  const authoritative = authoritativeOf(connection);
  return Object.hasOwn(connection.mapping, claim) && ['*', claim].some((one) => authoritative.includes(one));
};

const twice = (names: readonly string[], path: string): RuleError[] =>
  new Set(names).size === names.length ? [] : [{ path, message: 'a name stands twice' }];

/** Names of our own beside those of brands: a brand of that name would share its cookie, or its address. */
export const slugErrors = (slug: string): RuleError[] =>
  /^(agent|callback)$|^(agent-)?txn-/.test(slug)
    ? [{ path: 'slug', message: 'is a name the service keeps' }]
    : [];

/** What the form alone cannot say of a brand. */
export const brandErrors = (input: Input, ground: Ground): RuleError[] => [
  ...ofIssuers(input, ground),
  ...ofConnections(input, ground),
  ...ofAgents(input, ground),
  ...ofActions(input, ground),
  ...twice(
    input.connections.map(({ key }) => key),
    'connections',
  ),
  ...twice(
    input.issuers.map(({ url }) => url),
    'issuers',
  ),
  ...twice(
    input.facts.map(({ name }) => name),
    'facts',
  ),
];

import type { Discovered } from '@countersign/contracts';
import type { Discovery } from '@countersign/protocol';
import { Inject, Injectable } from '@nestjs/common';
import type { LiveAgent } from '../../agents/index.js';
import { RateLimit } from '../../common/rate-limit.js';
import { CONFIG } from '../../config/config.module.js';
import type { Config } from '../../config/env.js';
import { emailAuthorityOf } from '../../connections/index.js';
import { type LookedAt, ProviderClient } from '../../outbound/index.js';
import { wrongWith } from '../../settings/index.js';
import { MilestonesRepository } from './milestones.repository.js';

type NotFound = Extract<Discovered, { found: false }>;

/** Of the limit of an agent: each look is a call to somebody else's server. */
const OF_A_LOOK = 1 / 4;
const SHOWN = 200;
const MOST = 100;

/** Asks an issuer what it publishes of itself, for whoever is about to trust it. */
@Injectable()
export class DiscoveryService {
  constructor(
    private readonly providers: ProviderClient,
    private readonly milestones: MilestonesRepository,
    private readonly limit: RateLimit,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async discover({ brandId, agentId }: LiveAgent, issuer: string): Promise<Discovered> {
    this.limit.spend(agentId, 'discovery', OF_A_LOOK);
    const wrong = wrongWith(issuer, this.config);
    if (wrong !== undefined) return missing(wrong === 'is not https' ? 'not_https' : 'not_an_address', wrong);
    const breaker = `${brandId} looks at ${new URL(issuer).host}`;
    const looked = await this.providers.lookAt(issuer, breaker);
    if (!looked.read?.ok) return whyNot(looked);
    const keys = await this.providers.lookAtKeys(looked.read.value.jwks_uri, `${breaker} keys`);
    await this.milestones.reached(brandId, 'issuer_answered', issuer);
    return { ...found(looked.read.value), keys: keys.ok ? keys.value.length : null };
  }
}

const missing = (
  why: NotFound['why'],
  seen: string | null = null,
  asked: string | null = null,
): NotFound => ({
  found: false,
  why,
  seen: seen?.slice(0, SHOWN) ?? null,
  asked,
});

function whyNot({ asked, sent, read }: LookedAt): NotFound {
  if (!sent.ok)
    switch (sent.reason) {
      case 'address_forbidden':
        return missing('address_forbidden', null, asked);
      case 'provider_timeout':
        return missing('slow', null, asked);
      case 'provider_paused':
        return missing('paused', null, asked);
      case 'provider_answer_invalid':
        return missing('not_json', sent.instead ?? null, asked);
      default:
        return missing('unreachable', null, asked);
    }
  const { status } = sent.answer;
  if (status >= 500 || status === 429) return missing('failing', `status ${status}`, asked);
  if (status !== 200) return missing('no_discovery', `status ${status}`, asked);
  const rejection = read && !read.ok ? read.rejection : undefined;
  return rejection?.reason === 'issuer_mismatch'
    ? missing('other_issuer', rejection.seen ?? null, asked)
    : missing('incomplete', null, asked);
}

const texts = (value: unknown): string[] =>
  Array.isArray(value)
    ? value.filter((one): one is string => typeof one === 'string' && one.length <= SHOWN).slice(0, MOST)
    : [];

/** What a provider writes is told by its names, never taken whole. */
function found(document: Discovery): Omit<Extract<Discovered, { found: true }>, 'keys'> {
  const listed = (member: string) => texts(document[member]);
  const methods = listed('token_endpoint_auth_methods_supported');
  const subjects = document.subject_types_supported ?? [];
  return {
    found: true,
    issuer: document.issuer,
    authorizationEndpoint: document.authorization_endpoint.slice(0, 400),
    tokenEndpoint: document.token_endpoint.slice(0, 400),
    jwksUri: document.jwks_uri.slice(0, 400),
    userinfo: document.userinfo_endpoint !== undefined,
    pkce: listed('code_challenge_methods_supported').includes('S256'),
    formPost: listed('response_modes_supported').includes('form_post'),
    idToken: listed('response_types_supported').includes('id_token'),
    logout: document['backchannel_logout_supported'] === true,
    // Without the member it is this one. OpenID Connect Discovery 1.0, section 3.
    secretBasic: methods.length === 0 || methods.includes('client_secret_basic'),
    secretPost: methods.includes('client_secret_post'),
    claims: listed('claims_supported'),
    scopes: listed('scopes_supported'),
    pairwiseOnly: subjects.length > 0 && subjects.every((one) => one === 'pairwise'),
    google: emailAuthorityOf(document.issuer) === 'google',
  };
}

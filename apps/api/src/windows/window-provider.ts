import { accepted, type Outcome } from '@countersign/protocol';
import { Injectable } from '@nestjs/common';
import { DomainError } from '../common/domain-error.js';
import type { Connection } from '../connections/index.js';
import { ProviderClient } from '../outbound/index.js';
import type { Provider } from '../relying-party/index.js';

/** Where a window signs its consumer in: what the connection says and what its provider publishes, together. */
@Injectable()
export class WindowProviders {
  constructor(private readonly providers: ProviderClient) {}

  /** Refused where the provider does not say where its sign-in is. */
  async of(connection: Connection): Promise<Outcome<Provider>> {
    const { issuer, clientId, tokenEndpoint } = connection;
    if (clientId === null) throw new DomainError('window_not_allowed', { detail: 'It has no client.' });
    const known = { issuer: issuer.url, clientId };
    if (!issuer.discovery) {
      const { authorizationEndpoint } = connection;
      if (authorizationEndpoint === null)
        throw new DomainError('window_not_allowed', { detail: 'It has no authorization endpoint.' });
      return accepted({ ...known, authorizationEndpoint, tokenEndpoint: tokenEndpoint ?? '' });
    }
    const document = await this.providers.discover(issuer);
    if (!document.ok) return document;
    const { authorization_endpoint: authorizationEndpoint, token_endpoint: token } = document.value;
    return accepted({ ...known, authorizationEndpoint, tokenEndpoint: token });
  }

  /** Whether it says of itself that it names itself in each answer. RFC 9207, section 3. */
  async namesItself({ issuer }: Connection): Promise<Outcome<boolean>> {
    if (!issuer.discovery) return accepted(false);
    const document = await this.providers.discover(issuer);
    if (!document.ok) return document;
    return accepted(document.value['authorization_response_iss_parameter_supported'] === true);
  }
}

import type { Request } from 'express';
import Strategy from 'passport-openidconnect';

/** Who is asked who somebody is, and as which client. */
export type Provider = {
  readonly issuer: string;
  readonly clientId: string;
  readonly authorizationEndpoint: string;
  readonly tokenEndpoint: string;
};

type Settings = Pick<Strategy.StrategyOptions, 'callbackURL' | 'store' | 'nonce' | 'scope'>;

const placeholder = 'https://provider.invalid';
// Every brand has settings of its own, known only when a request names it.
const unsettled = {
  issuer: placeholder,
  authorizationURL: placeholder,
  tokenURL: placeholder,
  userInfoURL: placeholder,
  clientID: '-',
  clientSecret: '-',
};

/**
 * The library keeps the request half. Its response half is replaced: there it would swap the code past our client and
 * believe the token unread; here the code is swapped by our client and the token judged like every other proof.
 */
export class RelyingPartyStrategy extends Strategy {
  constructor(settings: Settings, verify: Strategy.VerifyFunction) {
    super({ ...unsettled, ...settings }, verify);
  }

  /** What we add to each request, beside what the library knows of. */
  override authorizationParams({ extra = {} }: { extra?: object }): object {
    return { ...extra };
  }

  /** Part of the response half that is replaced. */
  validate(): never {
    throw new Error('The response is judged by protocol.');
  }

  protected leave(
    request: Request,
    provider: Provider,
    options: Strategy.AuthenticateOptions & { readonly extra: object },
  ): void {
    this.speakFor(provider);
    // The library takes a `code` or an `error` in the query for a return: a departure has no query.
    const bare = Object.create(request, { query: { value: {} } }) as Request;
    super.authenticate(bare, options);
  }

  /** Passport makes an object per request from this one, so what is set here is of this request alone. */
  private speakFor({ issuer, clientId, authorizationEndpoint, tokenEndpoint }: Provider): void {
    const client = Object.assign(Object.create(this._oauth2), {
      _clientId: clientId,
      _authorizeUrl: authorizationEndpoint,
      _accessTokenUrl: tokenEndpoint,
    });
    Object.assign(this, { _issuer: issuer, _oauth2: client });
  }
}

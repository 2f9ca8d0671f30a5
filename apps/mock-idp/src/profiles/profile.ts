import type { Client, ClientRefusal } from '../clients/index.js';
import type { Person } from '../people/index.js';

/** A refusal of the token endpoint: RFC 6749, section 5.2. */
export type Refusal = { readonly status: number; readonly error: string; readonly description: string };

/** What a client sends to the authorization endpoint, with the client if there is one. */
export type AuthorizationRequest = { readonly query: URLSearchParams; readonly client: Client | undefined };

/** A code as it was issued. */
export type IssuedCode = {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly codeChallenge: string | undefined;
  readonly spent: boolean;
};

export type TokenRequest = {
  readonly form: URLSearchParams;
  /** From the form or from the Authorization header. */
  readonly clientId: string | undefined;
  readonly clientSecret: string | undefined;
  readonly client: Client | undefined;
  readonly code: IssuedCode | undefined;
};

/** What an ID token is made of. */
export type TokenParts = {
  /** As the provider signed it. */
  readonly signed: Readonly<Record<string, unknown>>;
  /** What the issuer says of the person beyond the standard claims. */
  readonly extra: Readonly<Record<string, unknown>>;
  /** What comes along, and is hashed: an access token, and on the way through the browser perhaps a code. */
  readonly accessToken?: string | undefined;
  readonly code?: string | undefined;
  readonly acr: string | undefined;
  readonly authTime: number | undefined;
  /** The session at this issuer, as this client knows it. */
  readonly sid?: string | undefined;
};

/** How an answer travels through the browser. */
export type ResponseMode = 'query' | 'fragment' | 'form_post';

/** A successful return to the client. */
export type Return = {
  readonly issuer: string;
  readonly mode: ResponseMode;
  readonly code: string | undefined;
  readonly accessToken: { readonly value: string; readonly expiresIn: number } | undefined;
  readonly idToken: string | undefined;
  readonly state: string | undefined;
  /** What was granted, which may be less than was asked for. */
  readonly scope: string;
  readonly person: Person;
  /** The person's place among the accounts of this browser. */
  readonly authUser: number;
  readonly consentShown: boolean;
};

export type TokenAnswer = {
  readonly access_token: string;
  readonly expires_in: number;
  readonly scope: string;
  readonly id_token: string | undefined;
  readonly refresh_token?: string | undefined;
  /** Only for grants that end at a set time. */
  readonly refresh_token_expires_in?: number | undefined;
};

/** How a grant outlives the visit it was given at. */
export type Offline = {
  newToken(): string;
  /** Whether a login brings a refresh token. */
  due(
    login: { readonly offline: boolean; readonly consentShown: boolean },
    client: Client | undefined,
  ): boolean;
  /** Each use brings another, and ends the one that was used. RFC 9700, section 2.2.2. */
  readonly rotates: boolean;
  /** It ends with the session at the issuer that it came of, and the ID token it brings names that. */
  readonly endsWithSession: boolean;
  /** How long a refresh token may lie unused. */
  readonly idleSeconds: number;
  /** How long it lives at most, for a client in testing. */
  readonly testingSeconds: number;
  /** With these scopes alone, testing makes no difference. */
  readonly basicScopes: ReadonlySet<string>;
  readonly mostPerPersonAndClient: number;
  /** Scopes as they are known here, of whatever spelling. */
  spelled(scope: string): readonly string[];
  readonly refusals: Readonly<Record<'dead' | 'unknown' | 'scope', Refusal>>;
};

/** RFC 8628, in this provider's words. */
export type DeviceFlow = {
  readonly seconds: number;
  readonly interval: number;
  newDeviceCode(): string;
  newUserCode(): string;
  /** What a device may be granted that asks for these scopes. */
  spelled(scope: string): readonly string[];
  answer(device: {
    readonly deviceCode: string;
    readonly userCode: string;
    readonly page: string;
    readonly seconds: number;
    readonly interval: number;
  }): Record<string, unknown>;
  readonly refusals: Readonly<
    Record<'pending' | 'too soon' | 'denied' | 'expired' | 'unknown' | 'foreign', Refusal>
  >;
};

/** What is told about an access token to whoever holds it. */
export type AccessTokenFacts = {
  readonly clientId: string;
  readonly subject: string;
  readonly scope: string;
  readonly exp: number;
  readonly expiresIn: number;
  readonly person: Person;
  readonly offline: boolean;
};

/** A door that tells what a token holds. */
export type TokenInfo = {
  idToken(
    claims: Readonly<Record<string, unknown>>,
    header: Readonly<Record<string, unknown>>,
  ): Record<string, unknown>;
  accessToken(facts: AccessTokenFacts): Record<string, unknown>;
  readonly refused: Refusal;
};

/** A door to userinfo whose bodies differ from the first one's. */
export type UserinfoDoor = {
  userinfo(claims: Readonly<Record<string, unknown>>): Record<string, unknown>;
  readonly refused: unknown;
};

export type Entries = readonly (readonly [name: string, value: string])[];

/** How one kind of provider behaves. Holds no state: every issuer made from it has its own. */
export type Profile = {
  readonly name: string;
  readonly routes: {
    readonly authorization: string;
    readonly token: string;
    readonly userinfo: string;
    readonly jwks: string;
    readonly revocation?: string;
    readonly backchannelCode?: string;
    readonly error?: string;
    /** The keys once more, as certificates. */
    readonly certificates?: string;
    readonly tokenInfo?: string;
    readonly deviceCode?: string;
    /** Where people type the code that a device shows. */
    readonly devicePage?: string;
    /** Where a client sends the browser to sign out. */
    readonly endSession?: string;
    /** Older paths, and those they stand for. */
    readonly aliases?: Readonly<Record<string, string>>;
  };
  /** Every one it answers, as its discovery document lists them. */
  readonly responseTypes: readonly string[];
  /** `standard`: what a scope brings is in the ID token only where no access token comes along. */
  readonly claimsInIdToken: 'always' | 'standard';
  /** Whether `claims` asks for single claims. */
  readonly claimsParameter: boolean;
  /** Beyond `openid` and those that bring claims. */
  readonly moreScopes?: readonly string[];
  readonly prompts: readonly ('login' | 'consent' | 'select_account')[];
  readonly pkce: 'optional' | 'required';
  readonly consent: Client['consent'];
  readonly accessTokenSeconds: number;
  /** Put before what oidc-provider makes, taken off before it sees it again. */
  readonly codePrefix: string;
  readonly accessTokenPrefix: string;
  readonly codeLength: number;
  readonly accessTokenLength: number;
  newSubject(): string;
  newClientId(): string;
  newClientSecret(): string;
  discovery(issuer: string): Readonly<Record<string, unknown>>;
  readonly discoveryHeaders: Readonly<Record<string, string>>;
  keyHeaders(now: Date): Readonly<Record<string, string>>;
  /** A registration that this kind of provider does not know. */
  judgeClient?(client: Client): ClientRefusal | undefined;
  /** Who may not sign in at this client although they are who they say: an error page. */
  judgePerson?(client: Client, person: Person): Refusal | undefined;
  /** A request that gets an error page; `undefined` lets it pass. */
  judgeAuthorization?(request: AuthorizationRequest): Refusal | undefined;
  /** What oidc-provider is told instead of what was asked. */
  translate?(query: URLSearchParams): URLSearchParams;
  judgeToken?(request: TokenRequest): Refusal | undefined;
  /** Errors that oidc-provider finds by itself, in this provider's words. */
  reword?(refusal: Refusal): Refusal;
  idToken(parts: TokenParts): Record<string, unknown>;
  tokens(answer: TokenAnswer): Record<string, unknown>;
  userinfo(claims: Readonly<Record<string, unknown>>, extra: TokenParts['extra']): Record<string, unknown>;
  /** Whether userinfo tells what other scopes allow when `openid` was not asked for. */
  readonly userinfoWithoutOpenId?: boolean;
  /** Other doors of userinfo, by their path. */
  readonly userinfoDoors?: Readonly<Record<string, UserinfoDoor>>;
  readonly offline?: Offline;
  readonly deviceFlow?: DeviceFlow;
  readonly tokenInfo?: TokenInfo;
  userinfoRefused?: { readonly body: unknown; authenticate(issuer: string): string };
  success(answer: Return): Entries;
  /** `undefined`: no redirect, an error page. */
  failure(
    error: string,
    description: string | undefined,
    state: string | undefined,
    issuer: string,
  ): Entries | undefined;
};

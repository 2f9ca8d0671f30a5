import type { SigningKey } from './signing-keys.js';
import type { AuthorizationStore } from './store.js';

/** A customer who is signed in at the brand. */
export type SignedIn = {
  /** How the brand knows them, for ever: 1 to 255 ASCII characters, never an e-mail address. */
  readonly subject: string;
  /** When they last proved who they are. Needed where `max_age`, `prompt=login` or step-up is to work. */
  readonly authTime?: Date;
  /** How they did, by a name the brand and the connection agree on. */
  readonly acr?: string;
  /** The brand's session, so that a logout can end what came of this one alone. Not the session's secret. */
  readonly sid?: string;
};

/** Who may get codes: one client for each connection to the chat. */
export type AuthorizationClient = {
  readonly clientId: string;
  /** At least 24 characters, made by chance. */
  readonly clientSecret: string;
  /** Compared character for character. `https:`, or `http:` on loopback. */
  readonly redirectUris: readonly string[];
  /** `code` unless told. `id_token` for a connection of the Implicit Flow whose chat opens in a window. */
  readonly responseTypes?: readonly ('code' | 'id_token')[];
  /** Where a logout is told: `{service}/v1/connections/{id}/backchannel-logout`. */
  readonly backchannelLogoutUri?: string;
};

/** What the login page should know of the request that waits for it. */
export type LoginWish = {
  /** Where the page sends the customer afterwards. An address of this service. */
  readonly returnTo: string;
  /** Who is signed in must prove themselves anew: the page asks, although there is a session. */
  readonly anew: boolean;
  readonly loginHint: string | undefined;
  readonly acrValues: readonly string[];
};

export type Lifetimes = {
  /** 60 unless told; at most 600 (RFC 6749, section 4.1.2). */
  readonly codeSeconds?: number;
  /** From `iat` to `exp`; 300 unless told, at most 86,400: longer is refused with `lifetime_too_long`. */
  readonly idTokenSeconds?: number;
  /** 300 unless told. It opens userinfo and nothing else. */
  readonly accessTokenSeconds?: number;
};

export type AuthorizationOptions = {
  /** `https://acme.example/id`, exactly as the connection names it. No slash at the end. */
  readonly issuer: string;
  readonly clients: readonly AuthorizationClient[];
  /** The list, or a function that reads it: then keys can turn while the backend runs. */
  readonly keys: readonly SigningKey[] | (() => Promise<readonly SigningKey[]>);
  /** Whoever is signed in at the brand in that browser, or undefined. */
  readonly customerOf: (request: Request) => Promise<SignedIn | undefined>;
  /** The address of the brand's login page, which comes back to `returnTo`. */
  readonly loginPage: (wish: LoginWish) => string;
  /** What the brand says of a customer, in ID tokens and userinfo. What makes a token a proof is never replaced. */
  readonly claimsOf?: (
    subject: string,
    scope: readonly string[],
  ) => Promise<Readonly<Record<string, unknown>>>;
  /** `memoryStore()` unless told. */
  readonly store?: AuthorizationStore;
  readonly lifetimes?: Lifetimes;
  /** Values of `acr` that the brand can prove, for discovery. */
  readonly acrValues?: readonly string[];
  /** Told of a code that came twice, which is a sign of theft: for the brand's log. */
  readonly onReplay?: (code: { readonly clientId: string; readonly subject: string }) => void;
  readonly now?: () => Date;
};

import type { CardKind, DeclaredFact } from '@countersign/claims';
import type { Algorithm, ProofPolicy } from '@countersign/protocol';
import { CODE_FLOW_LIFETIME_SECONDS, ENVELOPE_LIFETIME_SECONDS, SKEW_SECONDS } from '@countersign/protocol';
import type { JWK } from 'jose';
import { relaxationsOf } from './relaxations.js';

export type Issuer = {
  readonly id: string;
  readonly url: string;
  readonly aliases: readonly string[];
  readonly label: string;
  readonly discovery: boolean;
  readonly jwksUri: string | null;
  readonly keys: readonly JWK[] | null;
};

/** What may be demanded of a consumer anew: where the provider proves `auth_time` or `acr`. */
export type StepUp = { readonly maxAgeSeconds?: number; readonly acrValues?: readonly string[] };

/** One way to an issuer, with its rules. */
export type Connection = {
  readonly brandId: string;
  readonly id: string;
  readonly key: string;
  readonly label: string;
  readonly flow: 'code' | 'implicit';
  /** `liveperson`: see `relaxationsOf`. */
  readonly mode: 'strict' | 'liveperson';
  readonly issuer: Issuer;
  /** In Implicit Flow: what tokens made for LivePerson name as their audience. */
  readonly clientId: string | null;
  readonly pkce: boolean;
  /** Null: the issuer's discovery names it. */
  readonly tokenEndpoint: string | null;
  readonly tokenAuthMethod: 'client_secret_basic' | 'client_secret_post';
  readonly redirectUris: readonly string[];
  readonly authorizedParties: readonly string[];
  /** Clients the brand's site signs its own customers in with: named in a trace, never accepted. */
  readonly loginClientIds: readonly string[];
  readonly scope: string;
  readonly method: string;
  readonly interactive: boolean;
  readonly userinfo: boolean;
  readonly encryption: 'required' | 'refused' | 'optional';
  readonly algorithms: readonly Algorithm[];
  readonly origins: readonly string[];
  readonly apps: boolean;
  readonly hostedDomain: string | null;
  readonly acrValues: readonly string[];
  readonly maxAgeSeconds: number | null;
  readonly authoritative: readonly string[];
  readonly mapping: Readonly<Record<string, string>>;
  /** The brand's own facts. */
  readonly declared: readonly DeclaredFact[];
  readonly brandServerLabel: string | null;
  /** The claim by which the brand's server names consumers; null: by subject. It addresses, it never identifies. */
  readonly factsKey: string | null;
  readonly minimum: 'anonymous' | 'verified';
  readonly onRejected: 'refuse' | 'anonymous';
  readonly assuranceMinutes: number;
  /** The chat may open in a window of its own. */
  readonly window: boolean;
  /** Null: the issuer's discovery names it. */
  readonly authorizationEndpoint: string | null;
  readonly responseMode: 'form_post' | 'fragment';
  /** The provider sends logout tokens. */
  readonly backchannelLogout: boolean;
  readonly refresh: boolean;
  readonly stepUp: StepUp | null;
  /** Kinds of cards that are carried out only after one. */
  readonly stepUpFor: readonly CardKind[];
  /** Nobody signs in by it any more; what it proved keeps its name. */
  readonly removedAt: Date | null;
};

/** Whom a proof must be for: the client id, or for envelopes the address of the connection itself. */
export const audienceOf = ({ flow, clientId, id }: Connection, publicUrl: string): string =>
  clientId ?? (flow === 'code' ? '' : `${publicUrl}/connections/${id}`);

/** Where the provider sends a window back to: each connection has an address of its own. */
export const windowCallbackOf = ({ id }: Pick<Connection, 'id'>, publicUrl: string): string =>
  `${publicUrl}/window/callback/${id}`;

/** What a provider issues to its client may live longer than what a brand's backend mints for one attempt. */
const lifetimeOf = ({ flow, mode, clientId }: Connection): number =>
  flow === 'code' || mode === 'liveperson' || clientId !== null
    ? CODE_FLOW_LIFETIME_SECONDS
    : ENVELOPE_LIFETIME_SECONDS;

export const policyOf = (connection: Connection, publicUrl: string): ProofPolicy => ({
  connection: connection.key,
  flow: connection.flow,
  issuer: connection.issuer,
  audience: audienceOf(connection, publicUrl),
  authorizedParties: connection.authorizedParties,
  algorithms: connection.algorithms,
  encryption: connection.encryption,
  maxLifetimeSeconds: lifetimeOf(connection),
  skewSeconds: SKEW_SECONDS,
  acrValues: connection.acrValues,
  relaxed: relaxationsOf(connection),
  ...(connection.hostedDomain === null ? {} : { hostedDomain: connection.hostedDomain }),
  ...(connection.maxAgeSeconds === null ? {} : { maxAgeSeconds: connection.maxAgeSeconds }),
});

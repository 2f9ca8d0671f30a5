import type { Algorithm, ProofPolicy } from '@countersign/protocol';
import { CODE_FLOW_LIFETIME_SECONDS, ENVELOPE_LIFETIME_SECONDS, SKEW_SECONDS } from '@countersign/protocol';
import type { JWK } from 'jose';

export type Issuer = {
  readonly id: string;
  readonly url: string;
  readonly aliases: readonly string[];
  readonly label: string;
  readonly discovery: boolean;
  readonly jwksUri: string | null;
  readonly keys: readonly JWK[] | null;
};

/** One way to an issuer, with its rules. */
export type Connection = {
  readonly brandId: string;
  readonly id: string;
  readonly key: string;
  readonly label: string;
  readonly flow: 'code' | 'implicit';
  readonly issuer: Issuer;
  readonly clientId: string | null;
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
  readonly brandServerLabel: string | null;
  /** The claim by which the brand's server names consumers; null: by subject. It addresses, it never identifies. */
  readonly factsKey: string | null;
  readonly minimum: 'anonymous' | 'verified';
  readonly onRejected: 'refuse' | 'anonymous';
  readonly assuranceMinutes: number;
  /** Nobody signs in by it any more; what it proved keeps its name. */
  readonly removedAt: Date | null;
};

/** Whom a proof must be for: the client id, or for envelopes the address of the connection itself. */
export const audienceOf = ({ flow, clientId, id }: Connection, publicUrl: string): string =>
  flow === 'code' ? (clientId ?? '') : `${publicUrl}/connections/${id}`;

export const policyOf = (connection: Connection, publicUrl: string): ProofPolicy => ({
  connection: connection.key,
  flow: connection.flow,
  issuer: connection.issuer,
  audience: audienceOf(connection, publicUrl),
  authorizedParties: connection.authorizedParties,
  algorithms: connection.algorithms,
  encryption: connection.encryption,
  maxLifetimeSeconds: connection.flow === 'code' ? CODE_FLOW_LIFETIME_SECONDS : ENVELOPE_LIFETIME_SECONDS,
  skewSeconds: SKEW_SECONDS,
  acrValues: connection.acrValues,
  ...(connection.hostedDomain === null ? {} : { hostedDomain: connection.hostedDomain }),
  ...(connection.maxAgeSeconds === null ? {} : { maxAgeSeconds: connection.maxAgeSeconds }),
});

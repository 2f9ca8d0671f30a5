import type { ProofPolicy } from '../policy.js';

/** What is asked of an authentication: that it is recent enough, or was done in one of these ways. */
export type Demands = { readonly maxAgeSeconds?: number; readonly acrValues?: readonly string[] };

/** When and how somebody signed in at the provider, as a proof said it, and when that proof was judged. */
export type Authentication = {
  readonly authenticatedAt: Date | null;
  readonly acr: string | null;
  readonly verifiedAt: Date | null;
};

type Limits = Pick<ProofPolicy, 'maxAgeSeconds' | 'acrValues'>;

/** What the check `authentication-class` asks: by membership, never by order. */
const isOneOf = (acr: string | null, values: readonly string[]): boolean =>
  acr !== null && values.includes(acr);

/**
 * What a proof that answers a demand must meet: of two ages the lower; the ways that are demanded take the place of the
 * connection's own, which is how a higher one can be asked for.
 */
export function demanding<Policy extends Limits>(policy: Policy, demands: Demands | null): Policy {
  const ages = [policy.maxAgeSeconds, demands?.maxAgeSeconds].filter((age) => age !== undefined);
  return {
    ...policy,
    ...(ages.length === 0 ? {} : { maxAgeSeconds: Math.min(...ages) }),
    ...(demands?.acrValues?.length ? { acrValues: demands.acrValues } : {}),
  };
}

/** Whether a connection can be asked for that: its provider proves the time, or one of the ways. */
export function canProve(offered: Demands | null, { maxAgeSeconds, acrValues }: Demands): boolean {
  if (maxAgeSeconds !== undefined && offered?.maxAgeSeconds === undefined) return false;
  return !acrValues?.length || acrValues.some((value) => isOneOf(value, offered?.acrValues ?? []));
}

/** Whether what is proven already meets it: `auth_time` no older than the age and the skew, `acr` one of the ways. */
export function meets(
  { authenticatedAt, acr, verifiedAt }: Authentication,
  { maxAgeSeconds, acrValues }: Demands,
  { now, skewSeconds }: { readonly now: Date; readonly skewSeconds: number },
): boolean {
  if (acrValues?.length && !isOneOf(acr, acrValues)) return false;
  if (maxAgeSeconds === undefined) return true;
  if (authenticatedAt === null || verifiedAt === null) return false;
  const skew = skewSeconds * 1_000;
  // One from after its own proof is a sign-in of tomorrow: it would be recent for ever.
  if (authenticatedAt.getTime() > verifiedAt.getTime() + skew) return false;
  return authenticatedAt.getTime() >= now.getTime() - maxAgeSeconds * 1_000 - skew;
}

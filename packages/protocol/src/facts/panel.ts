import { type Conflict, type Fact, type FactSource, money } from '@countersign/claims';

export type PanelFacts = {
  readonly sealed: readonly Fact[];
  readonly profile: readonly Fact[];
  readonly page: readonly Fact[];
  readonly conflicts: readonly Conflict[];
};

/** Among sealed facts of one name the first of these wins: the brand's own server knows what has just changed. */
const precedence: readonly FactSource[] = ['brand_server', 'userinfo', 'id_token'];

function strongest(facts: readonly Fact[]): Fact[] {
  const best = new Map<string, Fact>();
  for (const fact of facts) {
    const other = best.get(fact.name);
    const wins = !other || rank(fact) < rank(other) || (rank(fact) === rank(other) && isNewer(fact, other));
    if (wins) best.set(fact.name, fact);
  }
  return [...best.values()];
}

const rank = ({ provenance }: Fact) => precedence.indexOf(provenance.source);
const isNewer = (a: Fact, b: Fact) => a.provenance.at > b.provenance.at;

/** An amount as a page says it, which knows no amounts: `28.00 GBP`. */
const asText = (value: unknown): string => {
  const amount = money.safeParse(value);
  if (amount.success) return `${amount.data.amount} ${amount.data.currency}`;
  return typeof value === 'string' ? value : JSON.stringify(value);
};
const plain = (value: unknown): string => asText(value).normalize('NFC').trim().toLowerCase();

/** What the brand pushed with an end no longer stands after it. Facts of a token stay as of their time: the proof ages, not they. */
const holds = ({ provenance }: Fact, now: Date) =>
  provenance.source !== 'brand_server' ||
  provenance.until === undefined ||
  provenance.until > now.toISOString();

/**
 * What stands where in the agent's panel. The page's facts are never merged into, nor put above, a verified one:
 * where both name the same thing and differ, that is a conflict and both are shown.
 */
export function panelFacts(verified: readonly Fact[], page: readonly Fact[], now: Date): PanelFacts {
  const current = verified.filter((fact) => precedence.includes(fact.provenance.source) && holds(fact, now));
  const sealed = strongest(current.filter((fact) => fact.sealed));
  const sealedNames = new Set(sealed.map(({ name }) => name));
  const profile = strongest(current.filter((fact) => !fact.sealed && !sealedNames.has(fact.name)));
  const claimed = page.map((fact) => ({ ...fact, sealed: false }));
  const conflicts = claimed.flatMap((fact) => {
    const known = [...sealed, ...profile].find(({ name }) => name === fact.name);
    return known && plain(known.value) !== plain(fact.value)
      ? [{ name: fact.name, verified: known, page: fact }]
      : [];
  });
  return { sealed, profile, page: claimed, conflicts };
}

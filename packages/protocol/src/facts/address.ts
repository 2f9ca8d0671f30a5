import type { Fact, Person } from '@countersign/claims';

type Addressing = {
  /** The claim by which the brand's server names consumers; null: by subject. */
  readonly factsKey: string | null;
  readonly mapping: Readonly<Record<string, string>>;
};

/**
 * How the brand's server addresses somebody who is proven. Only what is sealed counts as a name: an address that nobody
 * verified would hand one customer's facts to another, and so would a subject that reads like somebody's number.
 */
export function addressOf(
  person: Person,
  facts: readonly Fact[],
  { factsKey, mapping }: Addressing,
): string | undefined {
  if (factsKey === null) return person.subject;
  const value = facts.find(({ name, sealed }) => sealed && name === mapping[factsKey])?.value;
  return typeof value === 'string' ? value : undefined;
}

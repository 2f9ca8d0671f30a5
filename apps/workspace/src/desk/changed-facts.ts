import type { Fact } from '@countersign/claims';
import type { IdentityPanel } from '@countersign/contracts';

/** Names a fact across the panel: the same name may stand sealed, in the profile and on the page. */
export const factKey = ({ name, provenance }: Pick<Fact, 'name' | 'provenance'>): string =>
  `${provenance.source === 'page' ? 'page' : 'known'}:${name}`;

const factsOf = (panel: IdentityPanel): readonly Fact[] => [...panel.sealed, ...panel.profile, ...panel.page];

/** Which facts have a new value. A first panel, or one that was closed to this agent before, marks nothing. */
export function changedFacts(before: IdentityPanel | null, after: IdentityPanel): readonly string[] {
  if (!before?.visible || !after.visible) return [];
  const known = new Map(factsOf(before).map((fact) => [factKey(fact), JSON.stringify(fact.value)]));
  return factsOf(after)
    .filter((fact) => known.get(factKey(fact)) !== JSON.stringify(fact.value))
    .map(factKey);
}

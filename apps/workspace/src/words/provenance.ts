import type { FactSource, Provenance } from '@countersign/claims';

const sources: Record<FactSource, string> = {
  id_token: 'ID token',
  userinfo: 'Userinfo',
  brand_server: 'Server to server',
  page: 'Web page',
  agent: 'Agent',
};

export const sourceWords = (source: FactSource): string => sources[source];

/** Who says so: "by Google", "by Larkspur’s server". */
export function vouchedBy({ source, issuerLabel, issuer }: Provenance): string {
  const label = issuerLabel ?? issuer;
  if (source === 'brand_server') return label ? `by ${label}’s server` : 'by the brand’s server';
  return label ? `by ${label}` : 'by its issuer';
}

/** One line for several facts where all agree; otherwise each speaks for itself. */
export function together(provenances: readonly Provenance[]): string | null {
  const lines = new Set(provenances.map(vouchedBy));
  return lines.size === 1 ? ([...lines][0] ?? null) : null;
}

import type { Relaxation } from '@countersign/claims';

/** All that is asked less strictly of this connection's proofs. Of any other mode: nothing. */
export function relaxationsOf({
  mode,
  flow,
  pkce,
}: {
  readonly mode: string;
  readonly flow: string;
  readonly pkce: boolean;
}): readonly Relaxation[] {
  if (mode !== 'liveperson') return [];
  const ofTheFlow: readonly Relaxation[] = flow === 'implicit' ? ['lifetime'] : pkce ? [] : ['pkce'];
  return ['nonce', 'audience', 'type', 'email', 'assurance', ...ofTheFlow];
}

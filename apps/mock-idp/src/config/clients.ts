import { type ClientDefaults, ClientRefused, Clients, type ReadClientInput } from '../clients/index.js';
import type { IssuerPlan } from '../issuers.js';
import type { Problem } from './problem.js';

const defaultsOf = ({ profile }: IssuerPlan): ClientDefaults => ({
  newId: profile.newClientId,
  newSecret: profile.newClientSecret,
  consent: profile.consent,
  ...(profile.judgeClient && { judge: profile.judgeClient }),
});

/** What the issuers themselves have against their clients: each says by its profile what it does not do. */
export function judgeClients(
  clients: readonly ReadClientInput[],
  plans: readonly IssuerPlan[],
): readonly Problem[] {
  const store = new Clients(new Map(plans.map((plan) => [plan.key, defaultsOf(plan)])));
  return clients.flatMap((client, index): Problem[] => {
    try {
      store.put(client);
      return [];
    } catch (error) {
      if (!(error instanceof ClientRefused)) throw error;
      const { member, expected } = error.refusal;
      return [{ path: ['clients', index, member], expected: `expected ${expected}` }];
    }
  });
}

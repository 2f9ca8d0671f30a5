import { reject } from '../rejection.js';
import type { Check } from './check.js';

export const hostedDomain: Check = {
  name: 'hosted-domain',
  sentence: 'The account belongs to the demanded Workspace domain, where one is demanded.',
  run: ({ claims, policy }) =>
    policy.hostedDomain === undefined || claims.hd === policy.hostedDomain
      ? undefined
      : reject(
          'hosted_domain_mismatch',
          policy.hostedDomain,
          claims.hd === undefined ? 'absent' : 'another domain',
        ),
};

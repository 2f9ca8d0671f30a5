import { brand, google, type Profile } from './profiles/index.js';

/** One provider that the stand-in plays. */
export type IssuerPlan = { readonly key: string; readonly label: string; readonly profile: Profile };

/** Who vouches in the demo. The first is where a person belongs who names no issuer. */
export const demoIssuers: readonly IssuerPlan[] = [
  { key: 'google', label: 'Everyday accounts', profile: google },
  { key: 'larkspur', label: 'Larkspur ID', profile: brand },
  { key: 'juniper', label: 'Juniper ID', profile: brand },
];

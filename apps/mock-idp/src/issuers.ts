import { brand, google, google2025, type Profile, strict } from './profiles/index.js';

/** One provider that the stand-in plays. */
export type IssuerPlan = {
  readonly key: string;
  readonly label: string;
  readonly profile: Profile;
  /** Another issuer whose people it knows too, under the same subjects. */
  readonly peopleOf?: string;
};

/** Who vouches in the demo. The first is where a person belongs who names no issuer. */
export const demoIssuers: readonly IssuerPlan[] = [
  { key: 'google', label: 'Everyday accounts', profile: google },
  { key: 'larkspur', label: 'Larkspur ID', profile: brand },
  { key: 'juniper', label: 'Juniper ID', profile: brand },
  { key: 'google-2025', label: 'Everyday accounts of 2025', profile: google2025, peopleOf: 'google' },
  { key: 'strict', label: 'Plain accounts', profile: strict, peopleOf: 'google' },
];

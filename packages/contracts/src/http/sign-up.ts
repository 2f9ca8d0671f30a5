import { z } from 'zod';
import { brandName, brandSlug } from '../names.js';
import { agentRole } from './agent.js';

/** Who may make a brand: anybody who signs in, whoever's address is on the operator's list, or nobody. */
export const signUpMode = z.enum(['open', 'invited', 'closed']);

/** `GET /v1/sign-up`: whether brands are made here, and who says who somebody is. */
export const signUpView = z.strictObject({
  mode: signUpMode,
  /** How people call it: "Google". Null: the service has no sign-in of its own. */
  provider: z.string().nullable(),
});
export type SignUpView = z.infer<typeof signUpView>;

/** `GET /v1/sign-up/me`: whoever signed in to make a brand, and the brands they may answer for already. */
export const signUpMe = z.strictObject({
  person: z.strictObject({ name: z.string(), email: z.string().nullable() }),
  brands: z.array(z.strictObject({ slug: brandSlug, name: z.string(), role: agentRole })),
  /** Null: yes. */
  mayNotCreate: z.enum(['sign_up_closed', 'sign_up_not_invited', 'brand_limit_reached']).nullable(),
  /** How many brands one person may make. */
  limit: z.number().int(),
});
export type SignUpMe = z.infer<typeof signUpMe>;

/** `GET /v1/sign-up/slug?slug=acme`: whether a brand could have this short name. */
export const slugView = z.strictObject({ state: z.enum(['free', 'taken', 'reserved', 'malformed']) });
export type SlugView = z.infer<typeof slugView>;

/** `POST /v1/sign-up/brands`: makes a brand, with whoever asks as its admin, and signs them in to it. */
export const createBrand = z.strictObject({ name: brandName, slug: brandSlug });
export type CreateBrand = z.input<typeof createBrand>;

/** `POST /v1/sign-up/enter`: into a brand one answers for already. */
export const enterBrand = z.strictObject({ brand: brandSlug });
export const enteredBrand = z.strictObject({ brand: brandSlug });

import { z } from 'zod';

/** Where a fact comes from. All but `page` and `agent` are verified sources. */
export const factSource = z.enum(['id_token', 'userinfo', 'brand_server', 'page', 'agent']);
export type FactSource = z.infer<typeof factSource>;

/** Who says so, by which key and way, since when and until when. */
export const provenance = z.strictObject({
  source: factSource,
  /** The canonical spelling of the issuer; absent for `page` and `agent`. */
  issuer: z.string().optional(),
  /** How people call the issuer: "Google", "Larkspur". */
  issuerLabel: z.string().optional(),
  /** The `kid` of the key that signed it. */
  keyId: z.string().optional(),
  /** The key of the connection it came by. */
  connection: z.string().optional(),
  at: z.iso.datetime(),
  until: z.iso.datetime().optional(),
});
export type Provenance = z.infer<typeof provenance>;

/** One piece of customer information with its provenance. */
export const fact = z.strictObject({
  name: z.string(),
  value: z.json(),
  /** How the brand calls a fact of its own. */
  label: z.string().max(40).optional(),
  /** True only where the source is authoritative for this very claim. */
  sealed: z.boolean(),
  provenance,
});
export type Fact = z.infer<typeof fact>;

/** A sealed value and what the page says instead. */
export const conflict = z.strictObject({ name: z.string(), verified: fact, page: fact });
export type Conflict = z.infer<typeof conflict>;

import { billing, packageDetails } from '@countersign/claims';
import { z } from 'zod';

/** How somebody signs in at a brand: with Google, or with the brand's own server. */
export const loginWay = z.enum(['google', 'larkspur']);
export type LoginWay = z.infer<typeof loginWay>;

/** By which subject each way to sign in knows somebody. */
const logins = z.object({ google: z.string(), larkspur: z.string() });

/** One row of a brand's customer database. Known by how they sign in and the subject there, never by an address. */
export const customer = z.object({
  id: z.string(),
  brand: z.enum(['larkspur', 'juniper']),
  /** How they came, and as whom: of a stored row the first time, of a session this time. */
  way: loginWay,
  subject: z.string(),
  /** Where they linked both ways: the same customer, whichever they come by. */
  logins: logins.optional(),
  name: z.string().optional(),
  email: z.string().optional(),
  emailVerified: z.boolean().optional(),
  accountNumber: z.string(),
  customerSince: z.iso.date(),
  package: packageDetails,
  billing,
  /** Rises with each change; the service refuses facts that are older than those it has. */
  version: z.number().int(),
});
export type Customer = z.infer<typeof customer>;

import { z } from 'zod';

/** Somebody the service's own sign-in proved, who need not answer for any brand yet. */
export const person = z.strictObject({
  issuer: z.string(),
  subject: z.string(),
  name: z.string(),
  /** As the provider wrote it, where it is the one to say so; it identifies nobody. */
  email: z.string().nullable(),
});
export type Person = z.infer<typeof person>;

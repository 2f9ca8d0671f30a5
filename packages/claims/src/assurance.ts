import { z } from 'zod';

/** How sure we are of the consumer now. */
export const assurance = z.enum(['anonymous', 'verified', 'due', 'stale', 'ended', 'revoked']);
export type Assurance = z.infer<typeof assurance>;

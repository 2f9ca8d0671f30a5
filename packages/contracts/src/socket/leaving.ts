import { z } from 'zod';

/**
 * The process at the other end is about to stop, and takes no new connections. Whoever hears it connects anew at some
 * moment within this time, to whichever process answers then: not all in the same one. What waits for an
 * acknowledgement gets it before; what does not is sent again, with its client id.
 */
export const leaving = z.object({ withinMs: z.number().int().min(0) });
export type Leaving = z.infer<typeof leaving>;

import { isStorable } from '@countersign/claims';
import { z } from 'zod';

/** The name of a key, in a header as in a key set. It is remembered with the session, so it must be of a form to keep. */
export const keyId = z.string().max(255).refine(isStorable);

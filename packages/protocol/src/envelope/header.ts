import { z } from 'zod';
import { keyId } from '../key-id.js';

/** A JOSE header as far as we follow it. RFC 7515, section 4.1; RFC 7516, section 4.1. */
export const joseHeader = z.looseObject({
  alg: z.string(),
  enc: z.string().optional(),
  typ: z.string().optional(),
  cty: z.string().optional(),
  kid: keyId.optional(),
});
export type JoseHeader = z.infer<typeof joseHeader>;

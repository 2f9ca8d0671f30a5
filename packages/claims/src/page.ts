import { z } from 'zod';
import { factName } from './facts/catalogue.js';
import { storable } from './text.js';

/**
 * What the page says of the consumer or of itself. Plain values only, and nobody believes them:
 * they can look like anything and prove nothing. Longer strings are cut by the service, not refused.
 */
export const pageFacts = z
  .record(factName, z.union([z.string().max(16_384).transform(storable), z.number(), z.boolean()]))
  .refine((set) => Object.keys(set).length <= 32, 'at most 32 page facts');
export type PageFacts = z.infer<typeof pageFacts>;

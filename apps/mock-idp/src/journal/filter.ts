import { z } from 'zod';
import { endpoints } from '../http/index.js';

const word = z.string().min(1);

/** Which entries are wanted. */
export const journalFilter = z.strictObject({
  client: word.optional(),
  /** The person's id. */
  person: word.optional(),
  state: word.optional(),
  endpoint: z.enum(endpoints).optional(),
  /** From this time on, by the namespace's clock; or after the entry of this id. */
  since: z
    .string()
    .refine((value) => /^\d+$/.test(value) || !Number.isNaN(Date.parse(value)), {
      message: 'expected an ISO time or the id of an entry',
    })
    .optional(),
  limit: z.coerce.number().int().min(1).max(500).optional(),
});
export type JournalFilter = z.output<typeof journalFilter>;

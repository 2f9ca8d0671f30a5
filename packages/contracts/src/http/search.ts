import { z } from 'zod';
import { id, lineNumber } from '../names.js';

/** `GET /v1/agent/search?words=…`: what all words begin a word of, newest first. */
export const searchQuery = z.object({
  words: z
    .string()
    .max(200)
    .refine((text) => /[\p{L}\p{N}]/u.test(text), 'names no word'),
});

/** A line in which it was said. */
export const found = z.strictObject({
  conversation: id,
  /** Where it stands there. */
  number: lineNumber,
  /** The verified name of whoever the conversation is with; null: anonymous. */
  name: z.string().nullable(),
  state: z.enum(['waiting', 'taken', 'ended']),
  from: z.enum(['consumer', 'agent', 'system']),
  by: z.string().nullable(),
  at: z.iso.datetime(),
  /** A part of the text around it; `hit`: what was looked for. */
  parts: z.array(z.strictObject({ text: z.string(), hit: z.boolean() })),
});
export type Found = z.infer<typeof found>;

/** `more`: there are older ones, which other words would tell apart. */
export const searchResult = z.strictObject({ found: z.array(found), more: z.boolean() });
export type SearchResult = z.infer<typeof searchResult>;

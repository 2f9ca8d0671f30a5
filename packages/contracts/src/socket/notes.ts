import { storable } from '@countersign/claims';
import { z } from 'zod';
import { clientId, id, lineNumber } from '../names.js';

/** The longest note, in UTF-16 units. */
export const NOTE_LIMIT = 4_000;
/** Who can be named in one note. */
const MOST_MENTIONS = 20;

export const noteText = z
  .string()
  .min(1)
  .max(NOTE_LIMIT)
  .refine((text) => text.trim() !== '', 'is empty')
  .transform(storable);

const named = z.strictObject({ id, name: z.string() });

/**
 * What agents say to each other beside a conversation. It has no number, and is no line of it: no route, event or export
 * of a consumer knows of notes.
 */
export const note = z.strictObject({
  id,
  conversation: id,
  /** `given` and `returned`: by whom, to whom, and what was to be known. Then the text may be empty. */
  kind: z.enum(['note', 'given', 'returned']),
  /** Null: the service, as when the agent who had it was removed. */
  by: named.nullable(),
  to: named.nullable(),
  text: z.string(),
  mentions: z.array(named),
  /** The line of the conversation after which it was written. */
  after: lineNumber,
  at: z.iso.datetime(),
  clientId: clientId.nullable(),
});
export type Note = z.infer<typeof note>;

/** `mentions`: agents of the brand, by id. They are told. */
export const addNote = z.strictObject({
  clientId,
  conversation: id,
  text: noteText,
  mentions: z.array(id).max(MOST_MENTIONS).default([]),
});
export type AddNote = z.output<typeof addNote>;

/** To another agent, whether or not they are there; null: back to the queue. The note is for whoever gets it. */
export const assignConversation = z.strictObject({
  conversation: id,
  to: id.nullable(),
  note: noteText.optional(),
});
export type AssignConversation = z.output<typeof assignConversation>;

/** Where an agent was named, or what they were given, and has not looked at yet. */
export const mention = z.strictObject({
  note: id,
  conversation: id,
  kind: note.shape.kind,
  by: z.string().nullable(),
  text: z.string(),
  at: z.iso.datetime(),
});
export type Mention = z.infer<typeof mention>;

/** All of them, latest first; at most 100. */
export const mentionsChanged = z.strictObject({ mentions: z.array(mention) });
export type MentionsChanged = z.infer<typeof mentionsChanged>;

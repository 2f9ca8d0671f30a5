import { assurance, storable } from '@countersign/claims';
import { z } from 'zod';
import { attachment } from '../http/attachments.js';
import { clientId, id, lineNumber, MESSAGE_LIMIT } from '../names.js';
import { card } from './card.js';

/** What somebody writes. Nobody trims it; whitespace alone is refused. */
export const messageText = z
  .string()
  .min(1)
  .max(MESSAGE_LIMIT)
  .refine((text) => text.trim() !== '', 'is empty')
  .transform(storable);

/** What may stand beside a file, or not. */
export const caption = z.literal('').or(messageText);

type Said = { text: unknown; attachment?: string | undefined };
/** Whether there is anything in it. */
export const saysSomething = ({ text, attachment }: Said): boolean => text !== '' || attachment !== undefined;

/** How far one's own lines have come at the other side: to a device there, and before somebody's eyes. */
export const marks = z.strictObject({ delivered: lineNumber, read: lineNumber });
export type Marks = z.infer<typeof marks>;

/** Up to which line everything has come here: told now and then, not for each. */
export const markDelivered = z.strictObject({ conversation: id, number: lineNumber });
export type MarkDelivered = z.infer<typeof markDelivered>;

export const marksChanged = z.strictObject({ conversation: id, ...marks.shape });
export type MarksChanged = z.infer<typeof marksChanged>;

/** What happened, as a line of the conversation that both sides may read. */
export const systemEvent = z.strictObject({
  kind: z.enum([
    'opened',
    'taken',
    /** Given to `by`, who answers from here on. */
    'given',
    /** Back in the queue: nobody has it. */
    'returned',
    'signed_in',
    'signed_out',
    'identity_ended',
    'ended',
    'proof_requested',
    'proof_given',
    'proof_declined',
  ]),
  /** Who did it, where a name may be told to both sides. */
  by: z.string().nullable(),
});
export type SystemEvent = z.infer<typeof systemEvent>;

/** One line of a conversation. `number` has no gaps and starts at 1. */
export const message = z.strictObject({
  id,
  conversation: id,
  number: z.number().int().positive(),
  from: z.enum(['consumer', 'agent', 'system']),
  /** The agent's display name, for `from: 'agent'`. */
  by: z.string().nullable(),
  text: z.string(),
  event: systemEvent.nullable(),
  /** A file that goes with it. Then the text may be empty. */
  attachment: attachment.nullable(),
  /** What both sides can act on, as it stood when this was read. The text then says what it is. */
  card: card.nullable(),
  at: z.iso.datetime(),
  clientId: clientId.nullable(),
  /** The assurance that held when it was stored, and who vouched. */
  stamp: z.strictObject({ assurance, issuerLabel: z.string().nullable() }),
});
export type Message = z.infer<typeof message>;

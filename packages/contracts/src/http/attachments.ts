import { z } from 'zod';
import { id } from '../names.js';

/** The largest file that can be sent: 10 MB. */
export const ATTACHMENT_LIMIT = 10 * 1024 * 1024;
/** The longest name of a file that is kept, in characters. */
export const FILE_NAME_LIMIT = 120;

/** What a file is kept as. By its content: nobody asks what its sender calls it. */
export const attachmentType = z.enum([
  'image/png',
  'image/jpeg',
  'image/webp',
  'image/gif',
  'application/pdf',
]);
export type AttachmentType = z.infer<typeof attachmentType>;

/** A picture or a document that goes with a message. What is in it is read by a link of its own. */
export const attachment = z.strictObject({
  id,
  /** As its sender called it, cleaned. For display only. */
  name: z.string(),
  type: attachmentType,
  bytes: z.number().int().positive(),
  /** Of a picture, in pixels. */
  width: z.number().int().positive().nullable(),
  height: z.number().int().positive().nullable(),
});
export type Attachment = z.infer<typeof attachment>;

/** Which conversation it is for; none yet: the consumer's first message begins one. */
export const attachmentQuery = z.object({ conversation: id.optional() });

/** Where a file is read for a few minutes, by whoever asked for it and while their session lives. */
export const attachmentLink = z.strictObject({
  url: z.url(),
  /** A smaller picture of a picture. */
  preview: z.url().nullable(),
  until: z.iso.datetime(),
});
export type AttachmentLink = z.infer<typeof attachmentLink>;

/** `preview`: at most 640 pixels wide and high; of pictures only. */
export const filePart = z.enum(['whole', 'preview']);
export type FilePart = z.infer<typeof filePart>;

/** What a link carries: it is good for this file and part, this session, and until then. */
export const fileQuery = z.object({
  part: filePart.default('whole'),
  session: id,
  until: z.coerce.number().int().positive(),
  mac: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
});
export type FileQuery = z.output<typeof fileQuery>;

export const agentFileQuery = z.object({ part: filePart.default('whole') });

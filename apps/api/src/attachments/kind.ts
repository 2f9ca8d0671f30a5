import type { AttachmentType } from '@countersign/contracts';

/** What a file is by its first bytes, and what it is kept as. A picture is made anew; a document stays as it came. */
export type Kind = { readonly keptAs: AttachmentType; readonly isPicture: boolean };

/** So many bytes tell what it is. */
export const HEAD_BYTES = 32;

const picture = (keptAs: AttachmentType): Kind => ({ keptAs, isPicture: true });
const at = (head: Buffer, offset: number, text: string): boolean =>
  head.toString('latin1', offset, offset + text.length) === text;

const kinds: readonly (readonly [(head: Buffer) => boolean, Kind])[] = [
  [(head) => at(head, 0, '\x89PNG\r\n\x1a\n'), picture('image/png')],
  [(head) => at(head, 0, '\xff\xd8\xff'), picture('image/jpeg')],
  [(head) => at(head, 0, 'RIFF') && at(head, 8, 'WEBP'), picture('image/webp')],
  [(head) => at(head, 0, 'GIF87a') || at(head, 0, 'GIF89a'), picture('image/gif')],
  // Few programs show AVIF, and to make it takes long.
  [(head) => at(head, 4, 'ftypavif') || at(head, 4, 'ftypavis'), picture('image/webp')],
  // From the very first byte: whatever stands before it may be a page or a program.
  [(head) => at(head, 0, '%PDF-'), { keptAs: 'application/pdf', isPicture: false }],
];

/** By its content. What its sender calls it, or says of its type, is not asked. */
export const kindOf = (head: Buffer): Kind | undefined => kinds.find(([is]) => is(head))?.[1];

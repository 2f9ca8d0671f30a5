import { open } from 'node:fs/promises';
import { DomainError } from '../common/domain-error.js';
import type { Incoming } from './incoming.js';
import type { Made } from './made.js';

const TAIL_BYTES = 1_024;
/** Nothing follows the end but the end of a line: else it is another file as well. */
const ENDS = /%%EOF[\r\n \0]{0,8}$/;
const BEGINS = /^%PDF-[12]\.\d/;

/** A PDF that is whole and nothing besides. It is not drawn here: whoever opens it does so in a program of their own. */
export async function document({ path, bytes, head }: Incoming): Promise<Made> {
  const tail = Buffer.alloc(Math.min(bytes, TAIL_BYTES));
  const file = await open(path);
  try {
    await file.read(tail, 0, tail.length, bytes - tail.length);
  } finally {
    await file.close();
  }
  if (!BEGINS.test(head.toString('latin1')) || !ENDS.test(tail.toString('latin1')))
    throw new DomainError('attachment_unreadable', { detail: 'The PDF is not whole, or more than a PDF.' });
  return { type: 'application/pdf', whole: path, preview: null, width: null, height: null };
}

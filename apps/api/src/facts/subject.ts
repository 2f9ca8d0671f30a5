import { z } from 'zod';

/** A subject in a URL: printable ASCII, as a token may carry it. */
export const subject = z
  .string()
  .regex(/^[\x21-\x7e]{1,255}$/, 'is not 1 to 255 ASCII characters, or has a blank');

import { fileURLToPath } from 'node:url';

const from = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export const repository = from('../../');
/** What the site is built of: made anew each time, and never committed. */
export const prepared = from('../.site/');
export const built = from('../dist/');

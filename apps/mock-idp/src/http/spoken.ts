/** A path as a log may keep it: names of sign-ins are long, and nobody's business. */
export const spokenPath = (path: string): string =>
  path
    .split('/')
    .map((segment) => (segment.length > 24 ? '…' : segment))
    .join('/');

/** A path as a log may keep it: names of sign-ins are long, and nobody's business; nor are the codes of devices. */
export function spokenPath(path: string): string {
  const segments = path.split('/');
  const device = segments.indexOf('device');
  const named = (at: number) => device >= 0 && at > device && at < segments.length - 1;
  return segments.map((segment, at) => (segment.length > 24 || named(at) ? '…' : segment)).join('/');
}

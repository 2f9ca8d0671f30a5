/**
 * A path with the names in it given by another word: those of sign-ins, which are long, and the codes of devices, with who
 * agreed to them. The name of a namespace is nobody's secret.
 */
export function renamed(path: string, by: (name: string) => string): string {
  const segments = path.split('/');
  const device = segments.indexOf('device');
  const namespace = segments[1] === 't' ? 2 : -1;
  const ofDevice = (at: number) => device >= 0 && at > device && at < segments.length - 1;
  return segments
    .map((segment, at) => (at !== namespace && (segment.length > 24 || ofDevice(at)) ? by(segment) : segment))
    .join('/');
}

/** A path as a log may keep it. */
export const spokenPath = (path: string): string => renamed(path, () => '…');

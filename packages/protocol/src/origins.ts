const label = '[a-z0-9](?:[a-z0-9-]*[a-z0-9])?';
const exact = new RegExp(`^https://${label}(\\.${label})*(:\\d{1,5})?$`);
const wildcard = /^https:\/\/\*\.[a-z0-9-]+(\.[a-z0-9-]+)+(:\d{1,5})?$/;
const loopback = /^http:\/\/(localhost|127\.0\.0\.1|([a-z0-9-]+\.)+localhost)(:\d{1,5})?$/;

export type OriginRules = {
  /** Loopback pages over plain http may be listed: on a developer's machine and in a demo only. */
  readonly loopback: boolean;
};

/** Whether an entry may stand in a connection's list. A wildcard only left-most, under at least two labels. */
export const isOriginPattern = (entry: string, rules: OriginRules): boolean =>
  exact.test(entry) || wildcard.test(entry) || (rules.loopback && loopback.test(entry));

/** Whether a page's origin is in the list. `null` never is. Hygiene, not authentication. */
export function originAllowed(origin: string, patterns: readonly string[]): boolean {
  if (origin === 'null') return false;
  return patterns.some((pattern) => {
    if (!pattern.startsWith('https://*.')) return pattern === origin;
    const suffix = pattern.slice('https://*'.length);
    const labels = origin.slice('https://'.length, -suffix.length);
    return origin.startsWith('https://') && origin.endsWith(suffix) && /^[a-z0-9-]+$/.test(labels);
  });
}

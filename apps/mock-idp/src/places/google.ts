import type { Place } from './place.js';

const accounts = 'accounts.google.com';

/** Google's endpoints lie on four hosts. What stands in no row is on the first. */
const homes: readonly (readonly [RegExp, string])[] = [
  [/^\/(token|tokeninfo|revoke|device\/code)$/, 'oauth2.googleapis.com'],
  [/^\/oauth2\//, 'www.googleapis.com'],
  [/^\/v1\/userinfo$/, 'openidconnect.googleapis.com'],
];

export const googleHosts = [accounts, ...homes.map(([, host]) => host)];

const homeOf = (path: string): string => homes.find(([paths]) => paths.test(path))?.[1] ?? accounts;

/** Whether Google answers this path at this host. */
export const answersAt = (host: string, path: string): boolean => homeOf(path) === host;

const issuer = `https://${accounts}`;

/** Where Google lives, for clients that are told these four names lead here. */
export const googlesOwn: Place = {
  mount: '',
  issuer,
  publish: (document) =>
    Object.fromEntries(
      Object.entries(document).map(([name, value]) => {
        if (typeof value !== 'string' || !value.startsWith(`${issuer}/`)) return [name, value];
        const path = value.slice(issuer.length);
        return [name, `https://${homeOf(path)}${path}`];
      }),
    ),
};

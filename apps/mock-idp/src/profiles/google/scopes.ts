const long: Readonly<Record<string, string>> = {
  email: 'https://www.googleapis.com/auth/userinfo.email',
  profile: 'https://www.googleapis.com/auth/userinfo.profile',
};

/** As the callback spells scopes: the short names, then the long ones, then `openid`. */
export function spelledOut(scope: string): string {
  const asked = scope.split(' ').filter(Boolean);
  const short = ['email', 'profile'].filter((name) => asked.includes(name));
  const rest = asked.filter((name) => name !== 'openid' && !short.includes(name));
  return [
    ...short,
    ...short.map((name) => long[name]),
    ...rest,
    ...(asked.includes('openid') ? ['openid'] : []),
  ].join(' ');
}

/** As the token endpoint spells them: the long names alone, and `openid`. */
export const expanded = (scope: string): string =>
  scope
    .split(' ')
    .filter(Boolean)
    .map((name) => long[name] ?? name)
    .join(' ');

const short = new Map(Object.entries(long).map(([name, address]) => [address, name]));

/** Each once, by its short name where it has one. */
export const shortened = (scope: string): readonly string[] => [
  ...new Set(
    scope
      .split(' ')
      .filter(Boolean)
      .map((name) => short.get(name) ?? name),
  ),
];

/** Who asks for a name or an address gets to know who it is as well: since 2019 Google adds `openid` by itself. */
export const withOpenid = (scopes: readonly string[]): readonly string[] =>
  scopes.includes('email') || scopes.includes('profile') ? [...new Set([...scopes, 'openid'])] : scopes;

const api = (name: string): string => `https://www.googleapis.com/auth/${name}`;

/** A few that are more than who somebody is. They open nothing here; they are agreed to and told of. */
export const moreScopes: readonly string[] = [
  'calendar',
  'calendar.readonly',
  'contacts.readonly',
  'drive.file',
  'drive.readonly',
  'gmail.readonly',
  'spreadsheets.readonly',
].map(api);

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

import type { UserinfoDoor } from '../profile.js';

type Claims = Readonly<Record<string, unknown>>;

/** The members that are there, by the names of today, in their order. */
const named = (names: Readonly<Record<string, string>>) => (claims: Claims) =>
  Object.fromEntries(
    Object.entries(names)
      .filter(([, claim]) => claims[claim] !== undefined)
      .map(([name, claim]) => [name, claims[claim]]),
  );

const same = ['sub', 'name', 'given_name', 'family_name', 'picture', 'email', 'email_verified', 'hd'];
export const userinfo = named(Object.fromEntries(same.map((name) => [name, name])));

const older: UserinfoDoor = {
  userinfo: named({
    id: 'sub',
    email: 'email',
    verified_email: 'email_verified',
    name: 'name',
    given_name: 'given_name',
    family_name: 'family_name',
    picture: 'picture',
    hd: 'hd',
  }),
  refused: {
    error: {
      code: 401,
      message: 'Request had invalid authentication credentials.',
      status: 'UNAUTHENTICATED',
    },
  },
};

/** From before OpenID Connect: `id` and `verified_email`, and errors as Google's other APIs have them. */
export const userinfoDoors: Readonly<Record<string, UserinfoDoor>> = {
  '/oauth2/v1/userinfo': older,
  '/oauth2/v2/userinfo': older,
};

export const userinfoRefused = {
  body: { error: 'invalid_request', error_description: 'Invalid Credentials' },
  authenticate: (issuer: string): string => `Bearer realm="${issuer}/", error="invalid_token"`,
};

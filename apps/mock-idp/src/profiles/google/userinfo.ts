const order = ['sub', 'name', 'given_name', 'family_name', 'picture', 'email', 'email_verified', 'hd'];

export const userinfo = (claims: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(order.filter((name) => claims[name] !== undefined).map((name) => [name, claims[name]]));

export const userinfoRefused = {
  body: { error: 'invalid_request', error_description: 'Invalid Credentials' },
  authenticate: (issuer: string): string => `Bearer realm="${issuer}/", error="invalid_token"`,
};

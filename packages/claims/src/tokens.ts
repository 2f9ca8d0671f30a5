import { z } from 'zod';

/**
 * Claims of an ID token, after the signature. Tolerant of members it does not know: providers add them.
 * Times are NumericDate: seconds since 1970-01-01T00:00:00Z. OpenID Connect Core 1.0, section 2.
 */
export const idTokenClaims = z.looseObject({
  iss: z.string(),
  sub: z.string(),
  aud: z.union([z.string(), z.array(z.string())]),
  exp: z.number(),
  iat: z.number(),
  nbf: z.number().optional(),
  azp: z.string().optional(),
  nonce: z.string().optional(),
  jti: z.string().optional(),
  auth_time: z.number().optional(),
  acr: z.string().optional(),
  at_hash: z.string().optional(),
  c_hash: z.string().optional(),
  sid: z.string().optional(),
  hd: z.string().optional(),
  email: z.string().optional(),
  email_verified: z.boolean().optional(),
  name: z.string().optional(),
  given_name: z.string().optional(),
  family_name: z.string().optional(),
  picture: z.string().optional(),
});
export type IdTokenClaims = z.infer<typeof idTokenClaims>;

/** A successful token response. OpenID Connect Core 1.0, section 3.1.3.3. */
export const tokenResponse = z.looseObject({
  id_token: z.string(),
  access_token: z.string(),
  token_type: z.string(),
  expires_in: z.number().optional(),
  /** Where the provider allows the client to renew without the person. RFC 6749, section 1.5. */
  refresh_token: z.string().min(1).max(8_192).optional(),
});
export type TokenResponse = z.infer<typeof tokenResponse>;

/** OpenID Connect Core 1.0, section 5.3.2. */
export const userinfoClaims = z.looseObject({ sub: z.string() });
export type UserinfoClaims = z.infer<typeof userinfoClaims>;

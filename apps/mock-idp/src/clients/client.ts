import { z } from 'zod';

const loopback = (hostname: string): boolean =>
  hostname === 'localhost' ||
  hostname.endsWith('.localhost') ||
  hostname === '[::1]' ||
  /^127(\.\d{1,3}){3}$/.test(hostname);

/** https, or http where nothing leaves the machine; no fragment. */
const redirectUri = z.url({ protocol: /^https?$/ }).refine((value) => {
  const url = new URL(value);
  return !value.includes('#') && (url.protocol === 'https:' || loopback(url.hostname));
}, 'expected https, or http on localhost, *.localhost or 127.0.0.1, without a fragment');

const publicJwk = z
  .looseObject({ kty: z.enum(['RSA', 'EC', 'OKP']), kid: z.string().min(1).optional() })
  .refine((jwk) => !('d' in jwk), 'expected a public key: the private one stays with the client');

/** How ID tokens for a client are encrypted, after they are signed. */
export const idTokenEncryption = z
  .strictObject({
    alg: z.enum(['RSA-OAEP-256', 'ECDH-ES']),
    enc: z.enum(['A256GCM', 'A128CBC-HS256']),
    jwk: publicJwk.optional(),
    /** Where the client publishes its keys. */
    jwksUri: redirectUri.optional(),
  })
  .refine(({ jwk, jwksUri }) => (jwk === undefined) !== (jwksUri === undefined), 'expected jwk or jwksUri')
  .refine(({ alg, jwk }) => jwk === undefined || (alg === 'RSA-OAEP-256') === (jwk.kty === 'RSA'), {
    path: ['jwk'],
    message: 'expected an RSA key for RSA-OAEP-256, an EC or OKP key for ECDH-ES',
  });
export type IdTokenEncryption = z.output<typeof idTokenEncryption>;

const shape = {
  issuer: z.string().min(1),
  clientId: z.string().regex(/^[\x21-\x7e]{1,255}$/, 'expected 1 to 255 ASCII'),
  clientSecret: z.string().regex(/^[\x21-\x7e]{1,255}$/, 'expected 1 to 255 ASCII'),
  name: z.string().trim().min(1).max(120),
  redirectUris: z.array(redirectUri).max(40),
  /** Clients of one project share a person's consent. */
  project: z.string().min(1).max(120),
  /** A backend asks for codes; it has no browser and no redirect URI. */
  backend: z.boolean(),
  /** The clients a backend may ask codes for. */
  codesFor: z.array(z.string()).max(40),
  /** `given`: as if everybody had agreed already, as at a company's own applications. */
  consent: z.enum(['ask', 'given']),
  /** A `login_hint` that names somebody signs them in without a page. For demos: no real provider does it. */
  signInByHint: z.boolean(),
  /** As an application that is not published yet: what it may keep ends after a week. */
  testing: z.boolean(),
  /** Whether a code can be had without PKCE; what is usual at the issuer, if it is not said. */
  pkce: z.enum(['required', 'optional']).optional(),
  /** Only for people of this Workspace domain. */
  internalTo: z.string().min(1).max(253).optional(),
  idTokenEncryption: idTokenEncryption.optional(),
  /** Where the browser may go after it was signed out. */
  postLogoutRedirectUris: z.array(redirectUri).max(40).optional(),
  /** Each code brings a refresh token. At Google it is the request that asks for one. */
  refreshTokens: z.boolean().optional(),
  /** Who wants to be told, server to server, that somebody was signed out. */
  backchannelLogoutUri: redirectUri.optional(),
};

/** An OAuth 2.0 client, as the control API takes it. */
export const clientInput = z
  .strictObject({
    ...z.strictObject(shape).partial().shape,
    issuer: shape.issuer,
    name: shape.name,
    redirectUris: shape.redirectUris.default([]),
  })
  .refine((client) => client.backend || client.redirectUris.length > 0, {
    path: ['redirectUris'],
    message: 'expected at least one, unless backend is true',
  });
export type ClientInput = z.input<typeof clientInput>;
export type ReadClientInput = z.output<typeof clientInput>;

export const client = z.strictObject(shape);
export type Client = z.infer<typeof client>;

/** A change to a client; issuer and id stay. */
export const clientChange = z.strictObject(shape).omit({ issuer: true, clientId: true }).partial();
export type ClientChange = z.infer<typeof clientChange>;

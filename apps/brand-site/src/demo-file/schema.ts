import { z } from 'zod';

const client = z.object({ clientId: z.string(), clientSecret: z.string() });
const login = client.extend({ issuer: z.url() });
const jwk = z.looseObject({ kty: z.string() });

const connection = z.discriminatedUnion('flow', [
  z.object({ id: z.string(), flow: z.literal('code'), clientId: z.string(), redirectUri: z.url() }),
  z.object({ id: z.string(), flow: z.literal('implicit'), audience: z.string() }),
]);
export type DemoConnection = z.infer<typeof connection>;

const demoBrand = z.object({
  name: z.string(),
  apiKey: z.string(),
  login: z.object({ google: login, larkspur: login.optional() }),
  /** Clients that may ask the brand's own authorization server for a code by back channel. */
  backend: z.object({ larkspur: client.optional() }).default({}),
  envelope: z.object({ issuer: z.url(), keyId: z.string(), privateJwk: jwk, publicJwk: jwk }),
  connections: z.record(z.string(), connection),
  /** Customers who linked their Google account to their Larkspur ID, by both subjects, and the shop's records of them. */
  linked: z
    .array(
      z.object({
        logins: z.object({ google: z.string(), larkspur: z.string() }),
        records: z.looseObject({}),
      }),
    )
    .default([]),
  encryptionKeysUrl: z.url(),
  /** By which the chat signs what the shop is to carry out. */
  actionsSecret: z.string().optional(),
});
export type DemoBrand = z.infer<typeof demoBrand>;

/** What the demo brands' backends know. The seed writes it; a real brand would keep it in its own configuration. */
export const demoFile = z.object({ brands: z.object({ larkspur: demoBrand, juniper: demoBrand }) });
export type DemoFile = z.infer<typeof demoFile>;

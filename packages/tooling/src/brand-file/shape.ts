import {
  agentInput,
  apiKeyRight,
  brandSlug,
  connectionInput,
  connectionKey,
  issuerInput,
  putBrand,
} from '@countersign/contracts';
import { z } from 'zod';

/** The issuers the stand-in has: named, not addressed, since its address is known once it runs. */
export const standInIssuers = ['google', 'larkspur', 'juniper'] as const;
export type StandInIssuer = (typeof standInIssuers)[number];
export const isStandIn = (issuer: string): issuer is StandInIssuer =>
  (standInIssuers as readonly string[]).includes(issuer);

const [code, implicit] = connectionInput.options;

const text = (max: number) => z.string().trim().min(1).max(max);
const perIssuer = <Shape extends z.ZodType>(shape: Shape) => z.partialRecord(z.enum(standInIssuers), shape);

const loosened = {
  label: text(80).optional(),
  /** Default: the origins of the brand. */
  origins: z.array(z.string().max(200)).max(50).optional(),
};

/** As the operator's API takes it. What the stand-in knows anyway, and what can be made, may be left out. */
const connection = z.discriminatedUnion('flow', [
  code.extend({ ...loosened, clientId: text(255).optional(), clientSecret: text(400).optional() }),
  implicit.extend(loosened),
]);
export type FileConnection = z.output<typeof connection>;

/** A client of the stand-in by which the brand's own site or backend works: not the chat's. */
const client = z.strictObject({
  /** What it is called in the file of the secrets. */
  key: connectionKey,
  issuer: z.enum(standInIssuers),
  name: text(120).optional(),
  redirectUris: z.array(z.url()).max(40).default([]),
  clientId: text(255).optional(),
  clientSecret: text(255).optional(),
  /** `ask`: each person agrees once, as at Google. */
  consent: z.enum(['ask', 'given']).default('given'),
  /** A backend asks for codes over the back channel. */
  backend: z.boolean().optional(),
  /** Connections of the brand whose codes a backend may ask for. */
  codesFor: z.array(connectionKey).max(20).optional(),
});

const brand = z.strictObject({
  slug: brandSlug,
  name: putBrand.shape.name,
  accent: putBrand.shape.accent.optional(),
  origins: z.array(z.string().max(200)).max(50).default([]),
  issuers: z.array(issuerInput).max(20).default([]),
  connections: z.array(connection).min(1).max(20),
  clients: z.array(client).max(20).default([]),
  facts: putBrand.shape.facts,
  agents: z.array(agentInput).max(200).default([]),
  /** Agents must come from this Workspace domain, by their `hd` claim. */
  agentDomain: text(253).optional(),
  /** What the key of the brand's backend may do. */
  rights: z.array(apiKeyRight).min(1).default(['facts:write', 'sessions:end', 'traces:read']),
});
export type FileBrand = z.output<typeof brand>;

const person = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9._-]{0,79}$/, 'expected 1 to 80 of a-z, 0-9, dot, dash and underscore'),
  name: text(300).optional(),
  givenName: text(200).optional(),
  familyName: text(200).optional(),
  email: z.email().max(254).optional(),
  emailVerified: z.boolean().optional(),
  /** The Workspace domain. */
  hd: text(253).optional(),
  picture: z.url().optional(),
  issuers: z.array(z.enum(standInIssuers)).min(1).optional(),
  subjects: perIssuer(z.string().regex(/^[\x21-\x7e]{1,255}$/, 'expected 1 to 255 ASCII')).optional(),
  claims: perIssuer(z.record(z.string(), z.json())).optional(),
});

/** A file of brands, and of the people of the stand-in, for end-to-end tests. */
export const brandFile = z.strictObject({
  brands: z.array(brand).min(1).max(50),
  people: z.array(person).max(1_000).default([]),
});
export type BrandFile = z.output<typeof brandFile>;

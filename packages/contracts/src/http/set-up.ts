import { claimPath, declaredFact, fact, factName } from '@countersign/claims';
import { z } from 'zod';
import { brandName, brandSlug, connectionKey, id, moment } from '../names.js';
import { agentRole } from './agent.js';
import { apiKeyRight } from './brand.js';
import { widgetLook } from './look.js';
import { agentInput, connectionChange, issuerInput } from './operator.js';

/** `GET /v1/console/brand`. `PUT`: its name. */
export const setUpBrand = z.strictObject({
  slug: brandSlug,
  name: z.string(),
  createdAt: z.iso.datetime(),
  /** Where pages and providers find the service. */
  publicUrl: z.url(),
  /** Where agents sign in. */
  workspaceUrl: z.url(),
  /** Who says who an agent is, and whether the brand chose that itself. */
  agentSignIn: z.strictObject({ issuer: z.string(), own: z.boolean() }).nullable(),
});
export type SetUpBrand = z.infer<typeof setUpBrand>;
/** `GET`, `PUT /v1/console/look`: how the brand's chat looks on its pages. */
export const brandLook = z.strictObject({
  accent: z.string().regex(/^#[0-9a-f]{6}$/i, 'is no colour like #3f3fae'),
  look: widgetLook,
});
export type BrandLook = z.output<typeof brandLook>;
export const renameBrand = z.strictObject({ name: brandName });

/** What a new brand does one after the other. Each is seen to have happened: nothing of it is ticked. */
export const milestone = z.enum([
  'brand_made',
  'issuer_answered',
  'connection_made',
  'widget_seen',
  'proof_came_back',
  'first_verified',
  'first_message',
  'first_answer',
]);
export type Milestone = z.infer<typeof milestone>;

/** `GET /v1/console/checklist`: when each was first seen; null: not yet. */
export const checklist = z.strictObject({
  milestones: z.array(
    z.strictObject({
      name: milestone,
      at: z.iso.datetime().nullable(),
      /** Where, or why not: an origin, an issuer, a reason. */
      detail: z.string().nullable(),
    }),
  ),
});
export type Checklist = z.infer<typeof checklist>;

/** `GET /v1/console/agents`. */
export const staff = z.strictObject({
  agents: z.array(
    z.strictObject({
      id,
      email: z.string(),
      name: z.string(),
      role: agentRole,
      accepted: z.boolean(),
      /** To send to whoever is invited: it opens nothing by itself. */
      link: z.url(),
    }),
  ),
});
export type Staff = z.infer<typeof staff>;
export const inviteStaff = agentInput;
export const changeRole = z.strictObject({ role: agentRole });

/** `POST /v1/console/discover`: what an issuer publishes of itself, or in words why nothing was found. */
export const discover = z.strictObject({ issuer: z.string().trim().min(1).max(400) });
export const discovered = z.discriminatedUnion('found', [
  z.strictObject({
    found: z.literal(true),
    issuer: z.string(),
    authorizationEndpoint: z.string(),
    tokenEndpoint: z.string(),
    jwksUri: z.string(),
    /** How many keys it publishes; null: they could not be read. */
    keys: z.number().int().nullable(),
    userinfo: z.boolean(),
    pkce: z.boolean(),
    formPost: z.boolean(),
    idToken: z.boolean(),
    logout: z.boolean(),
    secretBasic: z.boolean(),
    secretPost: z.boolean(),
    claims: z.array(z.string()),
    scopes: z.array(z.string()),
    /** It gives every client another subject: facts pushed by another client's subject would meet nobody. */
    pairwiseOnly: z.boolean(),
    google: z.boolean(),
  }),
  z.strictObject({
    found: z.literal(false),
    why: z.enum([
      'not_an_address',
      'address_forbidden',
      'not_https',
      'no_discovery',
      'not_json',
      'incomplete',
      'other_issuer',
      'slow',
      'unreachable',
      'paused',
      'failing',
    ]),
    /** What exactly was seen: the issuer inside, a status. */
    seen: z.string().nullable(),
    /** What was asked. */
    asked: z.string().nullable(),
  }),
]);
export type Discovered = z.infer<typeof discovered>;

/** `POST /v1/console/keys/look`: a pasted key by its fingerprint, before anything trusts it. */
export const lookAtKey = z.strictObject({
  key: z.union([z.string().max(8_000), z.record(z.string(), z.json())]),
});
export const keyLookedAt = z.strictObject({
  kid: z.string().nullable(),
  kind: z.string(),
  thumbprint: z.string(),
});
export type KeyLookedAt = z.infer<typeof keyLookedAt>;

/** Another for every change. */
const settingsVersion = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);

/**
 * `POST /v1/console/connections` makes one, `PUT …/{connection}/settings` says it anew: an issuer and one way to it.
 * A secret that is left out stays as it is, unless who is trusted changes.
 */
export const connectionSettings = z.strictObject({
  issuer: issuerInput,
  connection: connectionChange,
  /** Of the settings that were read: refused where somebody has saved others since. Left out, nobody is asked. */
  version: settingsVersion.optional(),
  /** Of a new one: the id its draft promised, which providers may know by now. Refused where another took it. */
  promised: id.optional(),
});
export type ConnectionSettings = z.input<typeof connectionSettings>;

/** `GET /v1/console/connections/{connection}/settings`: as it was said, without the secret. */
export const connectionSettingsView = z.strictObject({
  issuer: issuerInput,
  connection: connectionChange,
  version: settingsVersion,
  hasSecret: z.boolean(),
  id,
  audience: z.string(),
  windowCallback: z.url(),
  logoutUri: z.url(),
  keys: z.array(z.strictObject({ kid: z.string().optional(), kind: z.string(), thumbprint: z.string() })),
  /** Other connections by the same issuer: what is changed of it is changed for them. */
  sharedWith: z.array(connectionKey),
});
export type ConnectionSettingsView = z.infer<typeof connectionSettingsView>;

/** Where a provider's answers go, known before the connection is made. */
const placeOfDraft = { id, audience: z.string(), windowCallback: z.url(), logoutUri: z.url() };

/** What a wizard was told so far. No secret has a place in it. */
export const draftInput = z.strictObject({
  step: z.enum(['issuer', 'way', 'register', 'claims']),
  way: z.enum(['window', 'page-code', 'envelope']).optional(),
  issuer: z.string().max(400).optional(),
  issuerLabel: z.string().max(60).optional(),
  key: z.string().max(41).optional(),
  label: z.string().max(80).optional(),
  clientId: z.string().max(255).optional(),
  tokenAuthMethod: z.enum(['client_secret_basic', 'client_secret_post']).optional(),
  origins: z.array(z.string().max(200)).max(50).optional(),
  redirectUris: z.array(z.string().max(400)).max(10).optional(),
  keysBy: z.enum(['discovery', 'jwks', 'pasted']).optional(),
  jwksUri: z.string().max(400).optional(),
  keys: z.array(z.string().max(8_000)).max(10).optional(),
  scope: z.string().max(400).optional(),
  mapping: z.record(z.string().max(200), z.string().max(64)).optional(),
});
export type DraftInput = z.infer<typeof draftInput>;
/** `PUT /v1/console/draft`. `seen`: the `changedAt` of what was there; refused where another window has said more since. */
export const keepDraft = draftInput.extend({ seen: moment.nullable().optional() });
export type KeepDraft = z.infer<typeof keepDraft>;
/** `GET`, `PUT`, `DELETE /v1/console/draft`: one of each agent. */
export const draftView = z.strictObject({
  draft: draftInput.nullable(),
  changedAt: z.iso.datetime().nullable(),
  place: z.strictObject(placeOfDraft),
});
export type DraftView = z.infer<typeof draftView>;

/** `POST /v1/console/preview`: what a token's claims would become. Nothing of it is kept, and nothing is proven by it. */
export const previewFacts = z.strictObject({
  /** An ID token as it came, or its claims. */
  token: z.union([z.string().min(1).max(40_000), z.record(z.string(), z.json())]),
  issuer: z.string().max(400),
  mapping: z.record(claimPath, factName),
  authoritative: z.array(z.string().min(1).max(200)).max(100),
  facts: z.array(declaredFact).max(64).default([]),
});
export const previewed = z.strictObject({
  facts: z.array(fact),
  notes: z.array(z.string()),
  /** Claims that became nothing. */
  left: z.array(z.string()),
  name: z.string().nullable(),
});
export type Previewed = z.infer<typeof previewed>;

/** `GET /v1/console/actions`: where the brand's backend carries out what is accepted; null: nothing can be proposed. */
export const actionsView = z.strictObject({ url: z.string().nullable() });
export type ActionsView = z.infer<typeof actionsView>;
/** `PUT`. Its first secret is made for it; `rotate` makes another in its place at once. `DELETE`: nothing is carried out. */
export const setActions = z.strictObject({
  url: z.string().trim().min(1).max(400),
  rotate: z.boolean().default(false),
});
export type SetActions = z.output<typeof setActions>;
/** The secret (`whsec_…`, Standard Webhooks) where one was made: it is shown this once. */
export const actionsSet = z.strictObject({ url: z.string(), secret: z.string().nullable() });
export type ActionsSet = z.infer<typeof actionsSet>;

/** `GET /v1/console/api-keys`, `POST`, `DELETE …/{key}`. Two are live at once: the third withdraws the oldest. */
export const apiKeysView = z.strictObject({
  keys: z.array(
    z.strictObject({
      id,
      /** How it begins; null of one that is older than hints. */
      hint: z.string().nullable(),
      connections: z.array(connectionKey),
      rights: z.array(apiKeyRight),
      createdAt: z.iso.datetime(),
    }),
  ),
});
export type ApiKeysView = z.infer<typeof apiKeysView>;

import { cardKind, claimPath, declaredFact, factName } from '@countersign/claims';
import { z } from 'zod';
import { brandName, brandSlug, connectionKey, id, legible } from '../names.js';
import { agentRole } from './agent.js';
import { apiKeyRight } from './brand.js';
import { widgetLook } from './look.js';

const algorithm = z.enum(['RS256', 'PS256', 'ES256', 'EdDSA']);

/** Who vouches. Keys come from discovery, from a JWKS, or pasted (refused where there is discovery). */
export const issuerInput = z.strictObject({
  url: z.string().min(1).max(400),
  aliases: z.array(z.string().max(400)).max(4).default([]),
  /** How people call it: "Google". */
  label: legible(60),
  discovery: z.boolean().default(true),
  jwksUri: z.url().optional(),
  /** Each a JWK, or PEM as `openssl` writes it. The public half alone. */
  keys: z
    .array(z.union([z.string().max(8_000), z.record(z.string(), z.json())]))
    .max(10)
    .optional(),
});

const common = {
  key: connectionKey,
  label: legible(80),
  /** One of the brand's issuers, by its `url`. */
  issuer: z.string().min(1).max(400),
  /** Pages that may open the chat: `https://www.example.com`, or `https://*.example.com` for one label below it. */
  origins: z.array(z.string().max(200)).max(50),
  /** Requests without an `Origin` are let in: apps send none. */
  apps: z.boolean().default(false),
  algorithms: z.array(algorithm).min(1).default(['RS256']),
  /**
   * `liveperson`: the page and the tokens were made for LivePerson. What is asked less strictly then stands in
   * the console, in each trace and beside each conversation.
   */
  mode: z.enum(['strict', 'liveperson']).default('strict'),
  /** The page's JavaScript method, from `window` on. Default: `getChatProof`; in LivePerson mode `lpGetAuthenticationToken`. */
  method: z
    .string()
    .regex(/^[A-Za-z_$][\w$]*(\.[A-Za-z_$][\w$]*)*$/)
    .optional(),
  scope: z.string().default('openid'),
  /**
   * Clients the brand's site signs its own customers in with. A token for one of them is refused like any other
   * stranger's; the trace says whose it is.
   */
  loginClientIds: z.array(z.string().min(1).max(255)).max(10).default([]),
  /** The `hd` claim must be exactly this. */
  hostedDomain: z.string().optional(),
  /** Values of `azp` that are taken besides the client's own id. */
  authorizedParties: z.array(z.string()).default([]),
  /** `acr` must be one of these. */
  acrValues: z.array(z.string()).optional(),
  /** `auth_time` may not lie further back. */
  maxAgeSeconds: z.number().int().positive().optional(),
  /**
   * Claims the issuer is authoritative for: only these carry the seal. `*`: all mapped claims. Default: none; in
   * LivePerson mode all.
   */
  authoritative: z.array(z.string().min(1).max(200)).max(100).optional(),
  /** Path of a claim to fact: `plan`, `address.country`, `https://brand.example/plan`. Unlisted claims are dropped. */
  mapping: z.record(claimPath, factName).default({}),
  /** Facts pushed by the brand's server carry this label ("Larkspur"). */
  brandServerLabel: z.string().max(60).optional(),
  /** The claim by which the brand's server names consumers in pushes, in place of the subject. It never identifies. */
  factsKey: z.string().optional(),
  /** Who may chat. */
  minimum: z.enum(['anonymous', 'verified']).default('anonymous'),
  /** After a refused proof: no chat, or an anonymous one that tells the agent why. */
  onRejected: z.enum(['refuse', 'anonymous']).default('refuse'),
  /** How long a proof counts before the consumer must prove themselves again. */
  assuranceMinutes: z.number().int().min(1).max(720).default(60),
  /** The chat may open in a window of its own, which goes to the provider and back. */
  window: z.boolean().default(false),
  /** Where a window sends whoever signs in; needed without discovery. */
  authorizationEndpoint: z.url().max(400).optional(),
  /** The provider tells the service by a logout token when somebody signs out. OpenID Connect Back-Channel Logout 1.0. */
  backchannelLogout: z.boolean().default(false),
  /** What may be demanded of somebody mid-conversation, where the provider proves `auth_time` or `acr`. */
  stepUp: z
    .strictObject({
      /** `auth_time` may not lie further back than this when the demand is met. 0: signed in anew. */
      maxAgeSeconds: z.number().int().min(0).max(86_400).optional(),
      acrValues: z.array(z.string().min(1).max(200)).min(1).max(10).optional(),
    })
    .refine((one) => one.maxAgeSeconds !== undefined || one.acrValues !== undefined, 'demands nothing')
    .optional(),
  /** Cards of these kinds are carried out only after a step-up. Needs `stepUp`. */
  stepUpFor: z.array(cardKind).max(8).default([]),
};

const codeInput = z.strictObject({
  ...common,
  flow: z.literal('code'),
  clientId: z.string().min(1).max(255),
  /** Write-only. */
  clientSecret: z.string().min(1).max(400),
  tokenAuthMethod: z.enum(['client_secret_basic', 'client_secret_post']).default('client_secret_basic'),
  /**
   * The first is the default of a code that names none. Compared character for character. Needed, but in
   * LivePerson mode: `https://liveperson.net`.
   */
  redirectUris: z.array(z.string().max(400)).min(1).max(10).optional(),
  /** Where an issuer without discovery swaps codes. */
  tokenEndpoint: z.url().max(400).optional(),
  /** Always; in LivePerson mode where it is switched on. */
  pkce: z.boolean().optional(),
  /** The page opens a window of its own to get the code (within the click). */
  interactive: z.boolean().default(false),
  /** Ask userinfo for claims the ID token does not carry. */
  userinfo: z.boolean().default(false),
  /** The service renews proofs by the provider's refresh token. Only with `backchannelLogout`. */
  refresh: z.boolean().default(false),
});
const implicitInput = z.strictObject({
  ...common,
  flow: z.literal('implicit'),
  encryption: z.enum(['required', 'refused', 'optional']).default('optional'),
  /** In LivePerson mode: whom tokens name as `aud`, where they name anybody. */
  audience: z.string().min(1).max(255).optional(),
  /** Where a provider issues the tokens, and not the brand's own backend: the client, whom they name as `aud`. */
  clientId: z.string().min(1).max(255).optional(),
  /** How the provider sends the token to a window. */
  responseMode: z.enum(['form_post', 'fragment']).default('form_post'),
});

/** One way to an issuer, with its rules. */
export const connectionInput = z.discriminatedUnion('flow', [codeInput, implicitInput]);
export type ConnectionInput = z.input<typeof connectionInput>;

/** The same, where a secret that is left out stays as it is. */
export const connectionChange = z.discriminatedUnion('flow', [
  codeInput.extend({ clientSecret: codeInput.shape.clientSecret.optional() }),
  implicitInput,
]);

/** Somebody invited to answer. The address is matched once, when the issuer proves it; then issuer and subject count. */
export const agentInput = z.strictObject({
  email: z.email().max(254),
  name: legible(80),
  role: agentRole.default('agent'),
});

/** How agents sign in. `hostedDomain`: the `hd` claim must be exactly this. */
export const agentSignIn = z.strictObject({
  issuer: z.string(),
  clientId: z.string(),
  clientSecret: z.string(),
  hostedDomain: z.string().optional(),
});

/** Where the brand's backend carries out what a consumer accepted. Signed as Standard Webhooks say. */
export const brandActions = z.strictObject({
  url: z.url().max(400),
  /** `whsec_` and base64. Write-only. */
  secret: z
    .string()
    .max(200)
    .regex(/^whsec_[A-Za-z0-9+/=]+$/, 'is not `whsec_` and base64'),
});

/** `PUT /v1/operator/brands/{slug}`: creates the brand, or makes it as the body says. `Authorization: Bearer {operator key}`. */
export const putBrand = z.strictObject({
  name: brandName,
  accent: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i)
    .default('#3f3fae'),
  /** How the chat looks, beyond its colour. Without it: as it is. */
  look: widgetLook.optional(),
  issuers: z.array(issuerInput).max(20),
  connections: z.array(connectionInput).max(20),
  /** The brand's own facts, with their types: for claims, for what its server pushes, and for how agents read them. */
  facts: z.array(declaredFact).max(64).default([]),
  /** For how many days a conversation is kept after its end. Without it: until its consumer is erased. */
  conversationDays: z.number().int().min(1).max(3_650).optional(),
  agentSignIn: agentSignIn.optional(),
  /** Without it nothing can be proposed by cards. */
  actions: brandActions.optional(),
  agents: z.array(agentInput).max(200).default([]),
});
export type PutBrand = z.input<typeof putBrand>;

/** Also the answer of `GET`. Never a secret. */
export const brandView = z.strictObject({
  id,
  slug: brandSlug,
  name: z.string(),
  /** Where cards are carried out; null: nowhere. */
  actions: z.strictObject({ url: z.string() }).nullable(),
  issuers: z.array(
    z.strictObject({
      url: z.string(),
      label: z.string(),
      /** Pasted keys, by name, kind and RFC 7638 thumbprint: to compare with what the brand has. */
      keys: z.array(z.strictObject({ kid: z.string().optional(), kind: z.string(), thumbprint: z.string() })),
    }),
  ),
  connections: z.array(
    z.strictObject({
      id,
      key: connectionKey,
      flow: z.enum(['code', 'implicit']),
      issuer: z.string(),
      audience: z.string(),
      /** To register at the provider, where the chat opens in a window of its own. */
      windowCallback: z.string(),
    }),
  ),
  agents: z.array(
    z.strictObject({ id, email: z.string(), name: z.string(), role: z.string(), accepted: z.boolean() }),
  ),
});
export type BrandView = z.infer<typeof brandView>;

/** `POST /v1/operator/brands/{slug}/agents`: invites one. `DELETE …/agents/{id}`: removes at once. */
export const inviteAgent = agentInput;
export type InviteAgent = z.input<typeof inviteAgent>;

/** `POST /v1/operator/brands/{slug}/api-keys`: the key is shown this once. */
export const makeApiKey = z.strictObject({
  connections: z.array(connectionKey).min(1),
  rights: z.array(apiKeyRight).min(1),
});
export type MakeApiKey = z.input<typeof makeApiKey>;
/** `key` is shown this once. */
export const apiKeyMade = z.strictObject({ id, key: z.string() });

/** Where a log ended when somebody looked, kept where nobody who can write to the database could change it. */
export const auditHead = z.strictObject({
  number: z.number().int().min(0),
  /** SHA-256, in hex; empty where nothing was written yet. */
  hash: z.string().regex(/^([0-9a-f]{64})?$/),
});
/** `?number=…&hash=…`: a head that was answered before. The log must still reach it. */
export const auditQuery = z.strictObject({
  number: z.coerce.number().int().min(1).optional(),
  hash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
});
/** `GET /v1/operator/brands/{slug}/audit`: whether the log is as it was written, or the first entry that shows it is not. */
export const auditView = z.discriminatedUnion('whole', [
  z.strictObject({ whole: z.literal(true), head: auditHead }),
  z.strictObject({
    whole: z.literal(false),
    number: z.number().int(),
    /** The entry was changed · it is gone · it does not follow the one before · the end of the log is gone. */
    why: z.enum(['changed', 'missing', 'not-next', 'cut-off']),
  }),
]);
export type AuditView = z.infer<typeof auditView>;

/** `POST /v1/operator/brands/{slug}/keys/seal`: what lay plain, or under a former master key, and no longer does. */
export const sealedView = z.strictObject({
  names: z.number().int(),
  facts: z.number().int(),
  secrets: z.number().int(),
});
export type SealedView = z.infer<typeof sealedView>;

export const encryptionAlgorithm = z.enum(['RSA-OAEP-256', 'ECDH-ES']);
export type EncryptionAlgorithm = z.infer<typeof encryptionAlgorithm>;
/** `next` waits, `current` is published, `retired` still opens what is on its way; a day later it is gone. */
export const encryptionKeyState = z.enum(['next', 'current', 'retired']);
export type EncryptionKeyState = z.infer<typeof encryptionKeyState>;

/** `GET …/encryption-keys`, and the answer of `POST …/encryption-keys/rotate`. Never a key itself. */
export const encryptionKeysView = z.strictObject({
  keys: z.array(
    z.strictObject({
      kid: z.string(),
      algorithm: encryptionAlgorithm,
      state: encryptionKeyState,
      since: z.iso.datetime(),
    }),
  ),
});
export type EncryptionKeysView = z.infer<typeof encryptionKeysView>;

import { generateKeyPairSync, randomBytes, randomInt } from 'node:crypto';
import type { Clients } from './clients.js';

/** The private half of a brand's envelope key, as its backend keeps it. */
export type EnvelopeKey = { keyId: string; privateJwk: JsonWebKey; publicJwk: JsonWebKey };

export type DemoSecrets = {
  readonly clients: Clients;
  readonly envelopes: { readonly larkspur: EnvelopeKey; readonly juniper: EnvelopeKey };
  /** By which the service signs what Larkspur is to carry out. */
  actions: string;
  /** API keys of the demo brands, once made. */
  apiKeys: { larkspur?: string; juniper?: string };
  /** The brand, by its id, whose conversations were seeded. */
  readonly seeded?: string;
};

const letters = (length: number) => randomBytes(length).toString('hex').slice(0, length);

/** In the shape of Google's: digits, a dash, 32 characters. */
const googleClient = () => ({
  clientId: `${randomInt(1e11, 9e11)}-${letters(32)}.apps.googleusercontent.com`,
  clientSecret: `GOCSPX-${randomBytes(21).toString('base64url')}`,
});
const brandClient = (clientId: string) => ({ clientId, clientSecret: randomBytes(24).toString('base64url') });

function envelopeKey(): EnvelopeKey {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const keyId = letters(16);
  const named = { kid: keyId, alg: 'RS256', use: 'sig' };
  return {
    keyId,
    privateJwk: { ...privateKey.export({ format: 'jwk' }), ...named },
    publicJwk: { ...publicKey.export({ format: 'jwk' }), ...named },
  };
}

export const actionsSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

/** Made once per house and kept: a restart must not turn every key and client over. */
export const makeDemoSecrets = (): DemoSecrets => ({
  clients: {
    googleLogin: googleClient(),
    googleChat: googleClient(),
    googleWorkspace: googleClient(),
    juniperLogin: googleClient(),
    larkspurLogin: brandClient('larkspur-shop'),
    larkspurChat: brandClient('countersign-chat'),
    larkspurBackend: brandClient('larkspur-backend'),
  },
  envelopes: { larkspur: envelopeKey(), juniper: envelopeKey() },
  actions: actionsSecret(),
  apiKeys: {},
});

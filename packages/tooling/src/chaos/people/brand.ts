import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { ProofRequest } from '@countersign/chat-client';
import { type PutBrand, putBrand } from '@countersign/contracts';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { operatorOf } from '../../seed/operator.js';
import type { ChaosHouse } from '../house/house.js';

export const BRAND = 'larkspur';
export const CONNECTION = 'app';
const ISSUER = 'https://login.larkspur.example';
const LIFETIME_SECONDS = 300;

type Keys = Awaited<ReturnType<typeof generateKeyPair>>;

/** A brand that vouches for its customers itself: nothing outside of the house is asked. */
export class Brand {
  private constructor(
    private readonly house: ChaosHouse,
    private readonly keys: Keys,
  ) {}

  static async make(house: ChaosHouse): Promise<Brand> {
    const keys = await generateKeyPair('RS256');
    const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'larkspur-1', alg: 'RS256', use: 'sig' };
    const brand: PutBrand = putBrand.parse({
      name: 'Larkspur Mobile',
      issuers: [{ url: ISSUER, label: 'Larkspur', discovery: false, keys: [jwk] }],
      connections: [
        {
          flow: 'implicit',
          key: CONNECTION,
          label: 'Larkspur account',
          issuer: ISSUER,
          origins: [],
          apps: true,
          authoritative: ['*'],
          mapping: { sub: 'sub', name: 'name' },
        },
      ],
    });
    await operatorOf(house.url, house.operatorKey).putBrand(BRAND, brand);
    return new Brand(house, keys);
  }

  /** That this is one of its customers, in answer to one attempt. */
  proofOf(subject: string) {
    return async ({ clientId, nonce }: ProofRequest): Promise<{ idToken: string }> => {
      const iat = Math.floor(Date.now() / 1_000);
      const times = { iat, exp: iat + LIFETIME_SECONDS };
      const about = { iss: ISSUER, aud: clientId, sub: subject, name: subject, nonce, jti: randomUUID() };
      const token = new SignJWT({ ...about, ...times }).setProtectedHeader({
        alg: 'RS256',
        kid: 'larkspur-1',
        typ: 'JWT',
      });
      return { idToken: await token.sign(this.keys.privateKey) };
    };
  }

  /** An agent who has signed in, by their cookie. Written by the owner: agents sign in at a provider, which nobody tries here. */
  async agent(): Promise<string> {
    const [agent, session, secret] = [randomUUID(), randomUUID(), randomBytes(32).toString('base64url')];
    const hash = createHash('sha256').update(secret).digest('base64url');
    await this.house.database.ask(async (prisma) => {
      await prisma.$executeRaw`
        INSERT INTO agents (brand_id, id, email, name, role, invited_at, accepted_at)
        SELECT id, ${agent}::uuid, ${`${agent}@larkspur.example`}, 'Noor', 'agent', now(), now() FROM brands WHERE slug = ${BRAND}`;
      await prisma.$executeRaw`
        INSERT INTO agent_sessions (brand_id, id, agent_id, hash, opened_at, last_seen_at, ends_at)
        SELECT id, ${session}::uuid, ${agent}::uuid, ${hash}, now(), now(), now() + interval '12 hours'
        FROM brands WHERE slug = ${BRAND}`;
    });
    return secret;
  }
}

import Provider, { type AsymmetricSigningAlgorithm, type ClientMetadata } from 'oidc-provider';
import { describe, expect, test } from 'vitest';
import { policy } from '../honest.js';
import { ALGORITHMS, claims, type Minter, minterOf, outcomeOf } from './party.js';

const sealing = await minterOf('RSA-OAEP-256', 'enc');

type Made = { readonly use: 'idtoken' | 'logout'; readonly client?: Partial<ClientMetadata> };

/** What a provider on oidc-provider makes for the client it knows: its own class, without the way through a browser. */
async function mint({ privateJwk }: Minter, alg: string, { use, client: more }: Made): Promise<string> {
  const provider = new Provider(policy.issuer.url, {
    jwks: { keys: [privateJwk] },
    features: { devInteractions: { enabled: false }, encryption: { enabled: true } },
    ttl: { IdToken: 300 },
    clients: [
      {
        client_id: policy.audience,
        client_secret: 'a secret of some length',
        redirect_uris: ['https://larkspur.example/callback'],
        id_token_signed_response_alg: alg as AsymmetricSigningAlgorithm,
        ...more,
      },
    ],
  });
  const client = await provider.Client.find(policy.audience);
  if (!client) throw new Error('the provider does not know its client');
  const token = new provider.IdToken({ sub: claims.sub }, { client, ctx: { oidc: { client } } } as never);
  Object.assign(token, { scope: 'openid' });
  token.set('nonce', claims.nonce);
  token.set('at_hash', 'the-access-token');
  token.set('c_hash', 'the-code');
  return token.issue({ use } as never);
}

describe('a token minted by oidc-provider', () => {
  test.each(ALGORITHMS)(
    'and signed by %s is verified, with the code and the access token it came with',
    async (alg) => {
      const minter = await minterOf(alg);
      const token = await mint(minter, alg, { use: 'idtoken' });
      expect(await outcomeOf(token, { published: [minter], at: new Date() })).toBe('verified');
    },
  );

  test.each(['A128CBC-HS256', 'A256GCM'] as const)('and sealed with %s is verified', async (enc) => {
    const minter = await minterOf('RS256');
    const client: Partial<ClientMetadata> = {
      id_token_encrypted_response_alg: 'RSA-OAEP-256',
      id_token_encrypted_response_enc: enc,
      jwks: { keys: [sealing.publicJwk] },
    };
    const token = await mint(minter, 'RS256', { use: 'idtoken', client });
    expect(await outcomeOf(token, { published: [minter], sealing, at: new Date() })).toBe('verified');
  });

  test('to tell of a logout is no proof of who somebody is', async () => {
    const minter = await minterOf('RS256');
    const token = await mint(minter, 'RS256', { use: 'logout' });
    expect(await outcomeOf(token, { published: [minter] })).toBe('type_not_allowed');
  });
});

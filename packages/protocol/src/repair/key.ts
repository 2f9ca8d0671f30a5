import { type Circumstances, headerOf, type Repair } from './circumstances.js';
import { quoted } from './words.js';

const named = (keyId: string | undefined) => (keyId === undefined ? 'one without `kid`' : quoted(keyId));

/** The kid is published, or not; the signature is of a published key, a former one, or nobody's. */
const repairKey: Repair = (circumstances: Circumstances) => {
  const { around, reason, policy } = circumstances;
  const { signer } = around;
  const kid = headerOf(circumstances, 'kid');
  if (!signer) return undefined;
  switch (signer.kind) {
    case 'published':
      return `The signature is good: the published key ${named(signer.keyId)} made it. Put that into the header’s \`kid\` instead of ${quoted(kid)}.`;
    case 'former': {
      const since = `It last verified a proof at ${signer.lastSeen.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
      return signer.keyId === kid && reason === 'signature_invalid'
        ? `The key behind ${named(signer.keyId)} was replaced under the same \`kid\`, and the old one still signs. Give each key a \`kid\` of its own. ${since}.`
        : `A former key of the issuer made the signature, ${named(signer.keyId)}, and the issuer publishes it no longer. ${since}. Publish it until the last token it signed has ended, or sign with a key that is published.`;
    }
    case 'nobody':
      return `None of the keys ${quoted(policy.issuer.url)} publishes made the signature, nor any it published before (now: ${signer.published.map(quoted).join(', ') || 'none'}). ${circumstances.reason === 'key_unknown' ? 'Publish the key that signs before the first token it signs.' : 'Publish the key that signs; if it is published, the token was changed after it was signed.'}`;
  }
};

const repairAlgorithm: Repair = (circumstances) => {
  const { policy, token } = circumstances;
  const outer = (token?.headers.length ?? 0) > 0 ? token?.headers[0] : undefined;
  const alg = headerOf(circumstances, 'alg');
  const allowed = policy.algorithms.map(quoted).join(', ');
  if (outer?.['enc'] !== undefined && token?.headers.length === 1)
    return 'The envelope is encrypted in a way that is not accepted: `RSA-OAEP-256` or `ECDH-ES`, with `A128CBC-HS256` or `A256GCM`.';
  if (typeof alg === 'string' && alg.startsWith('HS'))
    return `${quoted(alg)} is a shared secret: whoever can check such a token can make one. Sign with a private key: ${allowed}.`;
  if (typeof alg === 'string' && alg.toLowerCase() === 'none')
    return `The token is not signed at all. Sign it: ${allowed}.`;
  return `The token says ${quoted(alg)}, the connection allows ${allowed}. Sign with that, or allow the other one in the connection.`;
};

export const keyRepairs = {
  key_unknown: repairKey,
  signature_invalid: repairKey,
  algorithm_not_allowed: repairAlgorithm,
} as const;

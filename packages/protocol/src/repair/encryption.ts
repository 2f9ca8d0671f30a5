import type { Repair } from './circumstances.js';
import { quoted } from './words.js';

/** A plain token where an encrypted one is demanded: to which key, in which way, in which order. */
const repairPlain: Repair = ({ around: { encryptionKeys } }) => {
  if (!encryptionKeys) return undefined;
  const [newest] = encryptionKeys.ids;
  const key = newest === undefined ? '' : `, \`kid\` ${quoted(newest)}`;
  return `The token is signed and not encrypted. Sign it first, then encrypt it to the brand’s key from ${quoted(encryptionKeys.url)}${key}, and say \`cty\`: \`JWT\`.`;
};

const repairClosed: Repair = ({ token, around: { encryptionKeys } }) => {
  const kid = token?.headers[0]?.['kid'];
  if (!encryptionKeys || typeof kid !== 'string') return undefined;
  return encryptionKeys.ids.includes(kid)
    ? `It names the published key ${quoted(kid)} and was not made with it, or was changed on its way. Fetch ${quoted(encryptionKeys.url)} again and compare the key.`
    : `It is encrypted to ${quoted(kid)}, a key the service does not have. Take one from ${quoted(encryptionKeys.url)}, and keep it no longer than its cache headers say.`;
};

export const encryptionRepairs = {
  encryption_required: repairPlain,
  decryption_failed: repairClosed,
} as const;

import type { EncryptionKeysView } from '@countersign/contracts';
import { asked, here, type Service } from './service.js';

const lineOf = ({ state, algorithm, kid, since }: EncryptionKeysView['keys'][number]): string =>
  `  ${state.padEnd(8)} ${algorithm.padEnd(13)} ${kid}  since ${since}`;

/** Turns the encryption keys of each brand that is named, and prints where every key is in its life. */
export async function rotateKeys(brands: readonly string[], service: Service = here()): Promise<number> {
  if (brands.length === 0) throw new Error('npm run keys:rotate -- BRAND …');
  for (const brand of brands) {
    const { keys } = await asked<EncryptionKeysView>(service, brand, 'POST', 'encryption-keys/rotate');
    process.stdout.write(`${brand}\n${keys.map(lineOf).join('\n')}\n`);
  }
  return 0;
}

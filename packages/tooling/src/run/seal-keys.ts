import type { SealedView } from '@countersign/contracts';
import { asked, here, type Service } from './service.js';

/** Seals what lies plain in each brand that is named, and what is under a former master key under the current one. */
export async function sealKeys(brands: readonly string[], service: Service = here()): Promise<number> {
  if (brands.length === 0) throw new Error('npm run keys:seal -- BRAND …');
  for (const brand of brands) {
    const { names, facts, secrets } = await asked<SealedView>(service, brand, 'POST', 'keys/seal');
    process.stdout.write(`${brand}  sealed: ${names} names, ${facts} facts, ${secrets} secrets\n`);
  }
  return 0;
}

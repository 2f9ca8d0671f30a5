import type { EncryptionKeysView } from '@countersign/contracts';
import { environment } from '../env.js';
import { secretsIn, usualPorts } from '../house/index.js';

export type Service = { readonly apiUrl: string; readonly operatorKey: string };

/** Where the operator's API answers, and by which key: what the environment says, else the house of this folder. */
const here = (): Service => ({
  apiUrl:
    environment.apiUrl ??
    `http://localhost:${environment.ports === undefined ? usualPorts.api : Number(environment.ports) + 1}`,
  operatorKey: environment.operatorKey ?? secretsIn(environment.dataDir).operatorKey,
});

const lineOf = ({ state, algorithm, kid, since }: EncryptionKeysView['keys'][number]): string =>
  `  ${state.padEnd(8)} ${algorithm.padEnd(13)} ${kid}  since ${since}`;

/** Turns the encryption keys of each brand that is named, and prints where every key is in its life. */
export async function rotateKeys(
  brands: readonly string[],
  { apiUrl, operatorKey }: Service = here(),
): Promise<number> {
  if (brands.length === 0) throw new Error('npm run keys:rotate -- BRAND …');
  for (const brand of brands) {
    const url = `${apiUrl}/v1/operator/brands/${encodeURIComponent(brand)}/encryption-keys/rotate`;
    const response = await fetch(url, {
      method: 'POST',
      headers: { authorization: `Bearer ${operatorKey}` },
    });
    if (!response.ok) throw new Error(`${brand}: ${response.status} ${await response.text()}`);
    const { keys } = (await response.json()) as EncryptionKeysView;
    process.stdout.write(`${brand}\n${keys.map(lineOf).join('\n')}\n`);
  }
  return 0;
}

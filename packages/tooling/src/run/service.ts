import { environment } from '../env.js';
import { secretsIn, usualPorts } from '../house/index.js';

export type Service = { readonly apiUrl: string; readonly operatorKey: string };

/** Where the operator's API answers, and by which key: what the environment says, else the house of this folder. */
export const here = (): Service => ({
  apiUrl:
    environment.apiUrl ??
    `http://localhost:${environment.ports === undefined ? usualPorts.api : Number(environment.ports) + 1}`,
  operatorKey: environment.operatorKey ?? secretsIn(environment.dataDir).operatorKey,
});

/** What the operator's API answers about a brand. */
export async function asked<Answer>(
  { apiUrl, operatorKey }: Service,
  brand: string,
  method: 'GET' | 'POST',
  path: string,
): Promise<Answer> {
  const response = await fetch(`${apiUrl}/v1/operator/brands/${encodeURIComponent(brand)}/${path}`, {
    method,
    headers: { authorization: `Bearer ${operatorKey}` },
  });
  if (!response.ok) throw new Error(`${brand}: ${response.status} ${await response.text()}`);
  return (await response.json()) as Answer;
}

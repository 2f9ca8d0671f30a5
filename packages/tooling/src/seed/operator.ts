import type { BrandView, MakeApiKey, PutBrand } from '@countersign/contracts';

type ApiKeyMade = { id: string; key: string };

/** The operator's routes, for whoever sets the house up. Throws with the problem's words. */
export function operatorOf(apiUrl: string, operatorKey: string) {
  const call = async <Answer>(method: string, path: string, body?: unknown): Promise<Answer> => {
    const response = await fetch(`${apiUrl}/v1/operator${path}`, {
      method,
      headers: { authorization: `Bearer ${operatorKey}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as Answer;
  };
  return {
    putBrand: (slug: string, brand: PutBrand) => call<BrandView>('PUT', `/brands/${slug}`, brand),
    makeApiKey: (slug: string, request: MakeApiKey) =>
      call<ApiKeyMade>('POST', `/brands/${slug}/api-keys`, request),
  };
}

/** Whether a brand's backend may still use this key: a reset database has forgotten it. */
export async function keyStillWorks(apiUrl: string, connection: string, key: string): Promise<boolean> {
  const nobody = '00000000-0000-7000-8000-000000000000';
  const response = await fetch(`${apiUrl}/v1/connections/${connection}/attempts/${nobody}`, {
    headers: { authorization: `Bearer ${key}` },
  });
  return response.status === 404;
}

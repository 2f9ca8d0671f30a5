import type { PageAttempt, PageProof } from './types.js';

/** A page method that asks the brand's own backend for the proof. */
export const getProofFromBackend =
  (url: string) =>
  async ({ signal, ...attempt }: PageAttempt): Promise<PageProof> => {
    const response = await fetch(url, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(attempt),
      ...(signal ? { signal } : {}),
    });
    if (response.status === 401) return null;
    if (!response.ok) throw new Error(`The backend gave no proof: ${response.status}`);
    return (await response.json()) as PageProof;
  };

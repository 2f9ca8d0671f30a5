import type { PageAttempt, PageProof } from './types.js';

export type FromBackend = {
  /**
   * The chat wants the customer to sign in anew (the backend answered 403 `login_required`): show your sign-in. The
   * attempt counts as declined; once they have signed in, they are asked again.
   */
  readonly onLoginRequired?: () => void;
};

const wantsLogin = async (response: Response): Promise<boolean> => {
  if (response.status !== 403) return false;
  const told: unknown = await response.clone().json();
  return typeof told === 'object' && told !== null && 'error' in told && told.error === 'login_required';
};

/** A page method that asks the brand's own backend for the proof. Null: nobody is signed in. */
export const getProofFromBackend =
  (url: string, { onLoginRequired }: FromBackend = {}) =>
  async ({ signal, ...attempt }: PageAttempt): Promise<PageProof> => {
    const response = await fetch(url, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(attempt),
      ...(signal ? { signal } : {}),
    });
    if (response.status === 401) return null;
    if (onLoginRequired && (await wantsLogin(response).catch(() => false))) {
      onLoginRequired();
      return null;
    }
    if (!response.ok) throw new Error(`The backend gave no proof: ${response.status}`);
    return (await response.json()) as PageProof;
  };

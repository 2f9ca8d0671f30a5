import type { PageAttempt, PageProof } from '@countersign/brand-kit/page';

type Method = (attempt: PageAttempt) => Promise<PageProof>;

/** What the drawer does to the next proof on its way through the page. */
export type Mischief = 'forge' | 'replay' | undefined;

let mischief: Mischief;
let lastProof: PageProof = null;

export const plan = (next: Mischief): void => {
  mischief = next;
};

export const hasProof = (): boolean => lastProof !== null;

/** The same token with one byte of its signature turned over; still canonical base64url. */
export function forgeOneByte(token: string): string {
  const parts = token.split('.');
  const signature = parts.at(-1) ?? '';
  const bytes = Uint8Array.from(atob(signature.replaceAll('-', '+').replaceAll('_', '/')), (c) =>
    c.charCodeAt(0),
  );
  const middle = Math.floor(bytes.length / 2);
  bytes.set([(bytes[middle] ?? 0) ^ 1], middle);
  const forged = btoa(String.fromCharCode(...bytes));
  return [...parts.slice(0, -1), forged.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')].join(
    '.',
  );
}

/**
 * The page's method with a page in between that cannot be trusted, as any page might be: it can alter what passes,
 * or hand in what it saw before. The service has to notice.
 */
export function tampered(method: Method): Method {
  return (attempt) => {
    const planned = mischief;
    mischief = undefined;
    if (planned === 'replay' && lastProof) return Promise.resolve(lastProof);
    // Called before anything is awaited: the popup has to open within the click.
    return method(attempt).then((proof) => {
      lastProof = proof;
      return planned === 'forge' && proof && 'idToken' in proof
        ? { idToken: forgeOneByte(proof.idToken) }
        : proof;
    });
  };
}

import { type AttemptView, type SessionView, sessionView } from '@countersign/contracts';
import { goodClaims } from './envelope.js';
import type { House } from './house.js';
import type { Larkspur } from './larkspur.js';
import type { Page } from './page.js';

export type SignedIn = {
  readonly page: Page;
  readonly attempt: AttemptView;
  readonly idToken: string;
  readonly session: SessionView;
};
export type How = {
  readonly connection?: string;
  readonly reason?: 'first' | 'renew' | 'step-up';
  /** What it answers, where somebody has asked. */
  readonly request?: string;
};

/** Proves somebody by the brand's own envelope. */
export async function signIn(
  house: House,
  { signer }: Larkspur,
  page: Page,
  claims: Record<string, unknown> = {},
  { connection = 'site', reason = 'first', request }: How = {},
): Promise<SignedIn> {
  const attempt = await page.attempt(connection, reason, request);
  const idToken = await signer.sign({ ...goodClaims(attempt, house.now()), ...claims });
  return { page, attempt, idToken, session: (await page.prove(attempt, { idToken })).as(sessionView) };
}

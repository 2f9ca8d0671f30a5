import { createHash } from 'node:crypto';
import { createRemoteJWKSet, type JWTPayload, jwtVerify } from 'jose';
import type { Page } from './browser.js';

/** What the client was told, wherever it was put: a page that posts a form, a fragment or a query. */
export function answerOf(page: Page): URLSearchParams {
  if (page.status === 200) return page.posted.members;
  return page.fragment.size > 0 ? page.fragment : page.query;
}

export const halfHash = (value: string): string =>
  createHash('sha256').update(value).digest().subarray(0, 16).toString('base64url');

/** By jose and the keys that the issuer publishes. */
export async function verified(
  issuer: string,
  keys: string,
  audience: string,
  token: string,
): Promise<JWTPayload> {
  const { payload } = await jwtVerify(token, createRemoteJWKSet(new URL(`${issuer}${keys}`)), {
    issuer,
    audience,
    algorithms: ['RS256'],
  });
  return payload;
}

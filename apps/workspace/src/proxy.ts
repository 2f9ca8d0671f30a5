import { type NextRequest, NextResponse } from 'next/server';
import { contentPolicy } from './content-policy';
import { readSettings } from './env';

/** The one page that the workspace itself shows in a frame. */
const PREVIEW = '/preview';

/** Gives each page its own nonce: a script that came in with somebody's text does not run. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = crypto.randomUUID().replaceAll('-', '');
  const value = contentPolicy(nonce, readSettings(), request.nextUrl.pathname === PREVIEW);
  const headers = new Headers(request.headers);
  // Next reads the nonce for its own scripts from the policy of the request.
  headers.set('content-security-policy', value);
  headers.set('x-nonce', nonce);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', value);
  response.headers.set('referrer-policy', 'same-origin');
  response.headers.set('x-content-type-options', 'nosniff');
  return response;
}

export const config = { matcher: '/((?!_next/static|_next/image|health|icon.svg).*)' };

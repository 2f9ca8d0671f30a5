import { type NextRequest, NextResponse } from 'next/server';
import { isDevelopment, readSettings } from './env';

function policy(nonce: string, apiUrl: string): string {
  const socket = apiUrl.replace(/^http/, 'ws');
  const ours = `'self' 'nonce-${nonce}'`;
  // The tools of `next dev` evaluate strings and bring styles of their own. A nonce would switch their permission off.
  const [scripts, styles] = isDevelopment()
    ? [`${ours} 'strict-dynamic' 'unsafe-eval'`, `'self' 'unsafe-inline'`]
    : [`${ours} 'strict-dynamic'`, ours];
  return [
    `default-src 'self'`,
    `script-src ${scripts}`,
    `style-src-elem ${styles}`,
    // Positions of floating things are written into `style` attributes.
    `style-src-attr 'unsafe-inline'`,
    `connect-src 'self' ${apiUrl} ${socket}`,
    `img-src 'self' data: ${apiUrl}`,
    `font-src 'self'`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ].join('; ');
}

/** Gives each page its own nonce: a script that came in with somebody's text does not run. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = crypto.randomUUID().replaceAll('-', '');
  const value = policy(nonce, readSettings().apiUrl);
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

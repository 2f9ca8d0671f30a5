import { type NextRequest, NextResponse } from 'next/server';
import { brandOfHost, isApp } from './brands/brand';
import { callbackPolicy, contentPolicy, tourPolicy } from './content-policy';
import { readDemoFile } from './demo-file/read';
import { env } from './env';

const plain = (status: number, text: string) =>
  new NextResponse(text, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } });

const notReady = `<!doctype html><html lang="en-GB"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta http-equiv="refresh" content="3"><title>Opening soon</title>
<h1>The shop opens in a moment</h1><p>Its back office is still being set up. This page looks again every three seconds.</p></html>`;

/** The seed has not written the settings yet: without its back office a shop can sell nothing. */
const closed = () =>
  new NextResponse(notReady, {
    status: 503,
    headers: { 'content-type': 'text/html; charset=utf-8', 'retry-after': '3', 'cache-control': 'no-store' },
  });

const policyOf = (pathname: string, nonce: string): string => {
  if (pathname.startsWith('/chat/')) return callbackPolicy(env(), nonce);
  return pathname === '/lobby/tour' ? tourPolicy(env(), nonce) : contentPolicy(env(), nonce);
};

/** Closes what is no brand's, and gives each page its content security policy. Which pages a host has, `next.config.ts` says. */
export async function proxy(request: NextRequest) {
  const brand = brandOfHost(request.headers.get('host'));
  if (!brand) return plain(404, 'No brand lives at this address.');
  // The app is no page of the shop: it is served as it was built, by a door of its own.
  if (isApp(request.headers.get('host'))) return NextResponse.next();
  const { pathname, searchParams } = request.nextUrl;
  if (pathname === '/app-build' || pathname.startsWith('/app-build/'))
    return plain(404, 'There is no such page.');
  if (pathname === '/juniper' || pathname.startsWith('/juniper/'))
    return plain(404, 'There is no such page.');

  if (!(await readDemoFile())) return closed();

  const nonce = crypto.randomUUID().replaceAll('-', '');
  const carriesCode = pathname.startsWith('/chat/');
  const policy = policyOf(pathname, nonce);
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('content-security-policy', policy);
  headers.set('x-path', pathname);
  headers.set('x-thumbnail', searchParams.has('thumbnail') ? '1' : '');

  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  response.headers.set('referrer-policy', carriesCode ? 'no-referrer' : 'strict-origin-when-cross-origin');
  if (carriesCode) response.headers.set('cache-control', 'no-store');
  response.headers.set('x-content-type-options', 'nosniff');
  return response;
}

/** Pages only: what programs call has no brand's pages and sets its own headers. */
export const config = {
  matcher: [
    '/((?!_next/|api/|health$|logout$|login/|\\.well-known/|favicon|icon|juniper/icon|lobby/icon).*)',
  ],
};

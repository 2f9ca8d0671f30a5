import { type NextRequest, NextResponse } from 'next/server';
import { placeOf } from '../../brands/request';
import { cookieOptions } from '../../session/cookie';
import { sessionCookie } from '../../session/session';

/** Signs out at the brand. The chat follows by itself: the page no longer names anybody. */
export function POST(request: NextRequest) {
  const place = placeOf(request.headers);
  if (!place) return new NextResponse('No brand lives at this address.', { status: 404 });
  const site = request.headers.get('sec-fetch-site');
  const isOwn = site === null ? request.headers.get('origin') === place.origin : site === 'same-origin';
  if (!isOwn) return new NextResponse('Sign out from the site itself.', { status: 403 });
  const response = NextResponse.redirect(`${place.origin}/`, 303);
  response.cookies.set(sessionCookie(place.brand), '', cookieOptions(place.origin, 0));
  return response;
}

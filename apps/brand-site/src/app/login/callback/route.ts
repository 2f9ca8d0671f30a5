import { after, type NextRequest, NextResponse } from 'next/server';
import { placeOf } from '../../../brands/request';
import { pushFactsAfterLogin } from '../../../chat/push';
import { attemptCookie, loginAttempt } from '../../../login/attempt';
import { finishLogin } from '../../../login/finish';
import { cookieOptions, unseal } from '../../../session/cookie';
import { sealSession, sessionCookie, sessionSeconds } from '../../../session/session';

/** Where the provider sends people back. */
export async function GET(request: NextRequest) {
  const place = placeOf(request.headers);
  if (!place) return new NextResponse('No brand lives at this address.', { status: 404 });
  const name = attemptCookie(place.brand);
  const attempt = loginAttempt.safeParse(
    await unseal(`login:${place.brand}`, request.cookies.get(name)?.value),
  );
  const back = (to: string) => {
    const response = NextResponse.redirect(`${place.origin}${to}`, 303);
    // One use: a second return with the same state finds nothing.
    response.cookies.set(name, '', cookieOptions(place.origin, 0));
    return response;
  };
  if (!attempt.success) return back('/login?problem=expired');

  const url = new URL(`${place.origin}/login/callback${request.nextUrl.search}`);
  const outcome = await finishLogin(place, attempt.data, url, new Date());
  if (outcome.kind === 'failed') return back(`/login?problem=${outcome.problem}`);

  const response = back(attempt.data.to);
  const session = await sealSession(place.brand, outcome.customer);
  response.cookies.set(sessionCookie(place.brand), session, cookieOptions(place.origin, sessionSeconds));
  after(() => pushFactsAfterLogin(outcome.customer));
  return response;
}

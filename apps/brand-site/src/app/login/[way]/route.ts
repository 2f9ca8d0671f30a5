import { type NextRequest, NextResponse } from 'next/server';
import { placeOf } from '../../../brands/request';
import { loginWay } from '../../../customers/customer';
import { settingsOf } from '../../../demo-file/read';
import { attemptCookie, attemptSeconds, safePath } from '../../../login/attempt';
import { beginLogin } from '../../../login/begin';
import { loginProvider } from '../../../login/provider';
import { cookieOptions, seal } from '../../../session/cookie';

/** Sends somebody to the provider to sign in at the brand. */
export async function GET(request: NextRequest, { params }: RouteContext<'/login/[way]'>) {
  const place = placeOf(request.headers);
  const way = loginWay.safeParse((await params).way);
  const settings = place && (await settingsOf(place.brand));
  if (!place || !way.success || !settings?.login[way.data])
    return new NextResponse('There is no such way to sign in.', { status: 404 });

  const provider = await loginProvider(settings, way.data)?.catch(() => undefined);
  if (!provider) return NextResponse.redirect(`${place.origin}/login?problem=unavailable`);

  const to = safePath(request.nextUrl.searchParams.get('to'), place.brand === 'larkspur' ? '/account' : '/');
  const hint = request.nextUrl.searchParams.get('hint');
  const { attempt, location } = await beginLogin(provider, place.origin, { way: way.data, to }, hint);
  const response = NextResponse.redirect(location);
  const value = await seal(`login:${place.brand}`, attempt, attemptSeconds);
  response.cookies.set(attemptCookie(place.brand), value, cookieOptions(place.origin, attemptSeconds));
  return response;
}

import type { NextRequest } from 'next/server';
import { placeOf } from '../../../brands/request';
import { classicToken } from '../../../classic/token';
import { settingsOf } from '../../../demo-file/read';
import { currentCustomer, signedInAt } from '../../../session/session';

/** What the page's method asks: the token of whoever is signed in, the same for as long as they are. */
export async function GET(request: NextRequest) {
  const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };
  const place = placeOf(request.headers);
  const settings = place?.brand === 'larkspur' ? await settingsOf(place.brand) : undefined;
  const [customer, since] = [await currentCustomer(), await signedInAt()];
  if (!settings || !customer || since === undefined) return new Response('', { status: 401, headers });
  return new Response(await classicToken(settings, customer, since), { headers });
}

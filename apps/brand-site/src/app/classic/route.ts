import { notFound } from 'next/navigation';
import type { NextRequest } from 'next/server';
import { placeOf } from '../../brands/request';
import { classicPage } from '../../classic/page';
import { settingsOf } from '../../demo-file/read';
import { env } from '../../env';
import { currentCustomer } from '../../session/session';

/** Larkspur's page from the days of LivePerson. */
export async function GET(request: NextRequest) {
  const place = placeOf(request.headers);
  const settings = place?.brand === 'larkspur' ? await settingsOf(place.brand) : undefined;
  if (!settings) return notFound();
  const at = {
    api: env().API_URL,
    issuer: settings.envelope.issuer,
    nonce: request.headers.get('x-nonce') ?? '',
  };
  return new Response(classicPage(at, await currentCustomer()), {
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  });
}

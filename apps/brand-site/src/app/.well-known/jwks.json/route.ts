import { jwksOf } from '@countersign/brand-kit';
import type { NextRequest } from 'next/server';
import { placeOf } from '../../../brands/request';
import { settingsOf } from '../../../demo-file/read';

/** The brand's public keys, with which anybody can check its envelopes. */
export async function GET(request: NextRequest) {
  const place = placeOf(request.headers);
  const settings = place && (await settingsOf(place.brand));
  if (!settings) return Response.json({ keys: [] }, { status: 503 });
  const { publicJwk, keyId } = settings.envelope;
  return Response.json(jwksOf([{ ...publicJwk, kid: keyId, use: 'sig' }]), {
    headers: { 'cache-control': 'public, max-age=300' },
  });
}

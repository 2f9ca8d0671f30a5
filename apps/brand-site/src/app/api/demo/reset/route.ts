import { cookies } from 'next/headers';
import { after } from 'next/server';
import { currentPlace } from '../../../../brands/request';
import { connectionCookie } from '../../../../chat/connection';
import { pushFactsAfterChange } from '../../../../chat/push';
import { resetCustomers } from '../../../../customers/reset';
import { cast } from '../../../../demo/cast';
import { fromDrawer, noSuchDoor } from '../../../../demo/guard';
import { cookieOptions } from '../../../../session/cookie';

const week = 7 * 24 * 60 * 60;

/** Ada as she was before anybody paid or ordered anything, proven by the shop's own server. */
export async function POST(request: Request): Promise<Response> {
  if (!fromDrawer(request)) return noSuchDoor();
  const { origin, brand } = await currentPlace();
  (await cookies()).set(connectionCookie, 'own', cookieOptions(origin, week));
  const changed = await resetCustomers(brand, cast.customer.hint, new Date());
  after(() => Promise.all(changed.map(pushFactsAfterChange)));
  return new Response(null, { status: 204 });
}

import { cookies } from 'next/headers';
import { z } from 'zod';
import { currentPlace } from '../../../../brands/request';
import { connectionCookie } from '../../../../chat/connection';
import { connectionKeys } from '../../../../chat/connection-key';
import { fromDrawer, noSuchDoor } from '../../../../demo/guard';
import { safePath } from '../../../../login/attempt';
import { cookieOptions } from '../../../../session/cookie';
import { currentCustomer } from '../../../../session/session';

const wish = z.strictObject({ connection: z.enum(connectionKeys), path: z.string().max(200) });
const week = 7 * 24 * 60 * 60;

/** Switches the connection, and says where the page has to go for it to take effect. */
export async function POST(request: Request): Promise<Response> {
  if (!fromDrawer(request)) return noSuchDoor();
  const parsed = wish.safeParse(await request.json().catch(() => undefined));
  if (!parsed.success) return Response.json({ error: 'wish_malformed' }, { status: 400 });
  const { connection } = parsed.data;
  const path = safePath(parsed.data.path, '/account');
  const { origin } = await currentPlace();
  (await cookies()).set(connectionCookie, connection, cookieOptions(origin, week));

  const customer = await currentCustomer();
  const needed = { google: 'google', own: 'larkspur', signed: undefined, sealed: undefined }[connection];
  if (!customer || !needed || customer.way === needed) return Response.json({ location: path });
  // Google vouches only for who came by Google, Larkspur's server only for whom it signed in.
  const query = new URLSearchParams({ to: path, ...(customer.email ? { hint: customer.email } : {}) });
  return Response.json({ location: `/login/${needed}?${query}` });
}

import { z } from 'zod';
import { currentPlace } from '../../../../brands/request';
import { fromDrawer, noSuchDoor } from '../../../../demo/guard';
import { settingsOf } from '../../../../demo-file/read';
import { env } from '../../../../env';
import { currentCustomer } from '../../../../session/session';
import { exchangesOf, journal } from '../../../../tour/wire/journal';

const question = z.object({ since: z.iso.datetime() });

/** What went over the wire to the shop's authorization server for whoever is signed in since a moment, every secret struck out by the stand-in. */
export async function GET(request: Request): Promise<Response> {
  if (!fromDrawer(request)) return noSuchDoor();
  const parsed = question.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  const settings = await settingsOf((await currentPlace()).brand);
  const chat = settings?.connections['own'];
  const issuer = settings?.login.larkspur?.issuer;
  if (!parsed.success || chat?.flow !== 'code' || !issuer) return noSuchDoor();
  const query = new URLSearchParams({ since: parsed.data.since, limit: '200' });
  const answer = await fetch(`${env().IDP_URL}/control/journal?${query}`).catch(() => undefined);
  const entries = answer?.ok ? journal.safeParse(await answer.json()) : undefined;
  if (!entries?.success) return Response.json({ error: 'journal_unavailable' }, { status: 502 });
  const customer = await currentCustomer();
  const exchanges = exchangesOf(entries.data, { issuer, chat: chat.clientId }, customer?.subject);
  return Response.json({ exchanges }, { headers: { 'cache-control': 'no-store' } });
}

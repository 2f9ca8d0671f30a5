import { createCountersign } from '@countersign/brand-kit';
import { subjectFor } from '../../../../chat/connection';
import { settingsOf } from '../../../../demo-file/read';
import { env } from '../../../../env';
import { customerOfApp } from '../../../../mobile/app-session';

/** Signs the customer out of the chat on all their devices. The app forgets its token by itself. */
export async function POST(request: Request): Promise<Response> {
  const token = /^Bearer (\S+)$/.exec(request.headers.get('authorization') ?? '')?.[1] ?? '';
  const [customer, settings] = await Promise.all([customerOfApp(token), settingsOf('larkspur')]);
  if (!customer || !settings) return Response.json({ error: 'not_signed_in' }, { status: 401 });
  const service = createCountersign({ apiUrl: env().API_URL, apiKey: settings.apiKey });
  // Whom Larkspur ID vouches for and whom the shop itself vouches for are two consumers of the chat.
  const ended = await Promise.allSettled(
    (['own', 'signed'] as const).map((key) => service.endSessions(key, subjectFor(key, customer))),
  );
  return new Response(null, { status: ended.every(({ status }) => status === 'fulfilled') ? 204 : 502 });
}

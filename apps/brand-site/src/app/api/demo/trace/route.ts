import { createCountersign } from '@countersign/brand-kit';
import { z } from 'zod';
import { currentPlace } from '../../../../brands/request';
import { connectionKeys } from '../../../../chat/connection-key';
import { fromDrawer, noSuchDoor } from '../../../../demo/guard';
import { settingsOf } from '../../../../demo-file/read';
import { env } from '../../../../env';

const question = z.object({ attempt: z.string().min(1).max(64), connection: z.enum(connectionKeys) });

/** What became of an attempt, check by check: the brand's backend asks, its page may show it. */
export async function GET(request: Request): Promise<Response> {
  if (!fromDrawer(request)) return noSuchDoor();
  const parsed = question.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  const settings = await settingsOf((await currentPlace()).brand);
  if (!parsed.success || !settings?.connections[parsed.data.connection]) return noSuchDoor();
  const service = createCountersign({ apiUrl: env().API_URL, apiKey: settings.apiKey });
  return service.trace(parsed.data.connection, parsed.data.attempt).then(
    (trace) => Response.json(trace, { headers: { 'cache-control': 'no-store' } }),
    () => Response.json({ error: 'trace_unavailable' }, { status: 502 }),
  );
}

import { z } from 'zod';
import { noSuchDoor } from '../../../../demo/guard';
import { env } from '../../../../env';
import { sealAppSession } from '../../../../mobile/app-session';
import { appSignIn } from '../../../../mobile/app-sign-in';
import { sessionSeconds } from '../../../../session/session';

const shape = z.strictObject({ person: z.string().min(1).max(320) });

const answer = (status: number, body: object) =>
  Response.json(body, { status, headers: { 'cache-control': 'no-store' } });

/** Demo only: an app session for one of the cast, by their address. Nothing is asked that a real shop would ask. */
export async function POST(request: Request): Promise<Response> {
  if (!env().COUNTERSIGN_DEMO) return noSuchDoor();
  const asked = shape.safeParse(await request.json().catch(() => undefined));
  if (!asked.success)
    return answer(400, { error: 'malformed', expected: '{"person": "an address of the cast"}' });
  const customer = await appSignIn(asked.data.person).catch(() => undefined);
  if (!customer) return answer(404, { error: 'nobody', expected: 'an address that Larkspur ID knows' });
  return answer(200, {
    appToken: await sealAppSession(customer),
    expiresIn: sessionSeconds,
    subject: customer.subject,
    name: customer.name ?? null,
  });
}

import { readDemoFile } from '../../demo-file/read';

export const dynamic = 'force-dynamic';

/** Alive; and whether the demo's settings are there, without which pages answer 503. */
export async function GET() {
  const settings = (await readDemoFile().catch(() => undefined)) !== undefined;
  return Response.json({ status: 'ok', settings }, { headers: { 'cache-control': 'no-store' } });
}

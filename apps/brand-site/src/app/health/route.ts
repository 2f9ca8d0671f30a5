import { readDemoFile } from '../../demo-file/read';

export const dynamic = 'force-dynamic';

/** Alive, and whether the demo's settings are there. */
export async function GET() {
  const ready = (await readDemoFile().catch(() => undefined)) !== undefined;
  return Response.json({ status: ready ? 'ready' : 'waiting for settings' }, { status: ready ? 200 : 503 });
}

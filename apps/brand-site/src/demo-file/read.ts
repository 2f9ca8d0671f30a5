import { readFile, stat } from 'node:fs/promises';
import type { BrandSlug } from '../brands/brand';
import { env } from '../env';
import { type DemoBrand, type DemoFile, demoFile } from './schema';

let known: { path: string; changedAt: number; file: DemoFile } | undefined;

/** The demo's settings as they stand now, or nothing: the seed has not written them yet. */
export async function readDemoFile(): Promise<DemoFile | undefined> {
  const path = env().DEMO_FILE;
  const changedAt = await stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => undefined,
  );
  if (changedAt === undefined) return undefined;
  if (known?.path !== path || known.changedAt !== changedAt)
    known = { path, changedAt, file: demoFile.parse(JSON.parse(await readFile(path, 'utf8'))) };
  return known.file;
}

export const settingsOf = async (brand: BrandSlug): Promise<DemoBrand | undefined> =>
  (await readDemoFile())?.brands[brand];

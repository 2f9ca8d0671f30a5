import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const types: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  png: 'image/png',
  ico: 'image/x-icon',
  ttf: 'font/ttf',
  json: 'application/json',
};

/** A script or a picture of the web build, by a name that leads nowhere else. */
const file = /^(_expo\/static\/js\/web|assets)(\/[\w@-][\w@.-]*)+\.(\w+)$/;

export type BuiltFile = { readonly content: Buffer; readonly type: string; readonly keep: boolean };

/** One file of the app as Expo built it. Whatever is no file is the app's one page, which finds its own way. */
export async function builtFile(folder: string, path: string): Promise<BuiltFile | undefined> {
  const type = types[file.exec(path)?.[3] ?? ''];
  const wanted = type === undefined ? 'index.html' : path;
  const content = await readFile(join(folder, wanted)).catch(() => undefined);
  // Names carry the hash of what is in the file.
  return content && { content, type: type ?? 'text/html; charset=utf-8', keep: type !== undefined };
}

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const file = z.looseObject({ file: z.string(), integrity: z.string() });
const manifest = z.looseObject({
  version: z.string(),
  launcher: file,
  window: file,
  lptag: file,
  page: file,
  return: file,
  style: file,
  icon: file,
  /** What the chat says in other languages than the one it brings. */
  words: z.record(z.string(), file),
});
type File = z.output<typeof file>;

export type WidgetFiles = {
  readonly version: string;
  readonly launcher: Buffer;
  /** In place of LivePerson's script. */
  readonly lptag: Buffer;
  readonly files: ReadonlyMap<string, Buffer>;
  /** Of the window of the service's own, and of the page that takes a fragment. */
  readonly page: Readonly<Record<'page' | 'return' | 'style' | 'icon', File>>;
};

/** The widget as it was built: immutable files of one version. Undefined when it was not built, or half. */
export function readWidget(): WidgetFiles | undefined {
  const path = fileURLToPath(import.meta.resolve('@countersign/widget/manifest'));
  if (!existsSync(path)) return undefined;
  const {
    version,
    launcher,
    window,
    lptag,
    page,
    return: back,
    style,
    icon,
    words,
  } = manifest.parse(JSON.parse(readFileSync(path, 'utf8')));
  const place = (name: string) => join(dirname(path), name);
  const names = [launcher, window, lptag, page, back, style, icon, ...Object.values(words)].map(
    (one) => one.file,
  );
  if (!names.every((name) => existsSync(place(name)))) return undefined;
  const files = new Map(names.map((name) => [name, readFileSync(place(name))]));
  return {
    version,
    launcher: readFileSync(place(launcher.file)),
    lptag: readFileSync(place(lptag.file)),
    files,
    page: { page, return: back, style, icon },
  };
}

import { rmSync } from 'node:fs';
import { build } from 'astro';
import { checkLinks } from './check/links.ts';
import { built, prepared } from './places.ts';
import { prepare } from './prepare/prepare.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);

// What was rendered before is kept by its text alone: a change of the settings would not be seen.
rmSync(`${prepared}cache`, { recursive: true, force: true });
prepare();
await build({ root: `${prepared}..`, logLevel: 'warn' });
const { pages, links, dead } = checkLinks(built);
for (const link of dead) say(link);
say(
  `${pages} pages are built in docs/dist, with ${links} links, pictures, scripts and styles: ${dead.length} lead nowhere.`,
);
process.exitCode = dead.length > 0 ? 1 : 0;

import { watch } from 'node:fs';
import { dev } from 'astro';
import { prepared, repository } from './places.ts';
import { prepare } from './prepare/prepare.ts';

const ours = /(^|\/)(node_modules|dist|\.site|\.astro)(\/|$)/;
const say = (line: string) => process.stdout.write(`${line}\n`);
const [port = '4400'] = process.argv.slice(2);

prepare();
const server = await dev({ root: `${prepared}..`, server: { port: Number(port) }, logLevel: 'warn' });
say(
  `The documentation is read at http://localhost:${server.address.port}/ and follows what is written. Ctrl-C stops it.`,
);

let waiting: NodeJS.Timeout | undefined;
watch(`${repository}docs`, { recursive: true }, (_, name) => {
  if (!name?.endsWith('.md') || ours.test(name)) return;
  clearTimeout(waiting);
  // An editor writes a file in several steps.
  waiting = setTimeout(() => {
    try {
      prepare();
    } catch (error) {
      say(error instanceof Error ? error.message : String(error));
    }
  }, 150);
});

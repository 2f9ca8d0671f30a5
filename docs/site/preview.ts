import { preview } from 'astro';
import { prepared } from './places.ts';

const [port = '4400'] = process.argv.slice(2);

/** What was built, as it is served. */
await preview({ root: `${prepared}..`, server: { port: Number(port) }, logLevel: 'warn' });

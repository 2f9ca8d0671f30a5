// One stylesheet without imports, for pages a server writes by itself.
import { readFile, writeFile } from 'node:fs/promises';

const parts = ['tokens', 'base'].map((name) => readFile(new URL(`css/${name}.css`, import.meta.url), 'utf8'));
await writeFile(new URL('dist/look.css', import.meta.url), (await Promise.all(parts)).join('\n'));

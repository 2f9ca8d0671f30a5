import { prepare } from './prepare.ts';

process.stdout.write(`${prepare().pages} pages are ready to be built.\n`);

import { environment } from '../env.js';
import { credentialsIn, hosts } from '../https/index.js';

/** The authority of the demo and the certificate of its front, where they are not there yet or will soon run out. */
const { authorityFile } = await credentialsIn(environment.tlsDir, Object.values(hosts));
process.stdout.write(
  `The authority is ${authorityFile}: browsers are told to trust it, and nothing but *.localhost.\n`,
);

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { environment } from '../env.js';
import { authorityFile, secureAddresses, trustHere } from '../https/index.js';
import { seed } from '../seed/index.js';

/** The demo's brands, in a house that runs already behind its front. What is there stays as it is. */
const { operatorKey, dataDir, tlsDir, httpsPort } = environment;
const { clientId, clientSecret } = environment.signIn;
if (!operatorKey) throw new Error('OPERATOR_KEY is missing: what the API was started with.');
mkdirSync(dataDir, { recursive: true });
await trustHere(authorityFile(tlsDir));
await seed({
  addresses: secureAddresses(Number(httpsPort ?? 443)),
  operatorKey,
  secretsFile: join(dataDir, 'brands.json'),
  demoFile: join(dataDir, 'demo.json'),
  conversations: false,
  signIn: clientId && clientSecret ? { clientId, clientSecret } : undefined,
});
process.stdout.write('The brands are there.\n');
process.exit();

/** The stand-in with the client of the bench. Started as a process of its own; says how much it holds when asked. */
import { setImmediate as turn } from 'node:timers/promises';
import { startMockIdp } from '@countersign/mock-idp';
import { bare } from '../env.js';
import { client } from './client.js';

const { clientId, clientSecret, redirectUri } = client;

await startMockIdp({
  port: bare.port,
  clients: [
    {
      issuer: 'google',
      name: 'Bench',
      clientId,
      clientSecret,
      redirectUris: [redirectUri],
      consent: 'given',
    },
  ],
});

async function held(): Promise<number> {
  for (let round = 0; round < 2; round++) {
    await turn();
    globalThis.gc?.();
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

process.on('message', () => void held().then((bytes) => process.send?.(bytes)));
process.on('disconnect', () => process.exit(0));
process.stdout.write('the stand-in is ready\n');

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { demoIssuers } from '../../src/issuers.js';
import { makeNamespace, type Namespace, Namespaces } from '../../src/namespace/index.js';
import { readCast } from '../../src/people/index.js';
import { serve } from '../../src/serve.js';

/** A stand-in whose clock and keys a test can reach without a call. */
export function insideStandIn() {
  let root: Namespace | undefined;
  return {
    get root(): Namespace {
      if (!root) throw new Error('the stand-in has not started');
      return root;
    },
    start: async () => {
      const server = createServer();
      await new Promise<void>((resolve) => {
        server.listen(0, '127.0.0.1', resolve);
      });
      const { port } = server.address() as AddressInfo;
      const url = `http://localhost:${port}`;
      const log = pino({ level: 'silent' });
      const seed = { plans: demoIssuers, people: readCast(), clients: [] };
      root = makeNamespace({ name: '', url, seed, log });
      const namespaces = new Namespaces(root, (name) => makeNamespace({ name, url, seed, log }), 10);
      server.on('request', serve({ namespaces, control: true, log }));
      return {
        url,
        close: async () => {
          server.closeAllConnections();
          server.close();
        },
      };
    },
  };
}

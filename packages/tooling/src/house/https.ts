import type { Server } from 'node:net';
import { createServer } from 'node:net';
import {
  credentialsIn,
  type Front,
  type FrontOptions,
  findNginx,
  hosts,
  openFront,
  openNginx,
  trustHere,
} from '../https/index.js';
import type { Addresses } from '../seed/addresses.js';
import { holderOf } from './holder.js';

export type HttpsOptions = {
  readonly port: number;
  /** Where the authority and the certificate are kept. */
  readonly tlsDir: string;
  /** Plain http on this port leads to the front. */
  readonly redirectPort?: number;
  /** What stands there: `nginx` where it is found, or our own. Without a word our own. */
  readonly by?: 'nginx' | 'own';
};

/** Files of the authority and of what the front shows, and the hash of its key for Chromium. */
export type Shown = {
  readonly authority: string;
  readonly cert: string;
  readonly key: string;
  readonly spki: string;
};

export type Guarded = Front & {
  readonly tls: Shown;
};

const otherPort = 'or take another: COUNTERSIGN_HTTPS_PORT=9443 npm start -- --https';

/** Why a port cannot be had, in words; nothing when it can. */
const refusalOf = (port: number): Promise<string | undefined> =>
  new Promise((resolve) => {
    const server: Server = createServer();
    server.once('error', ({ code }: NodeJS.ErrnoException) =>
      resolve(
        code === 'EACCES'
          ? `Port ${port} (https) may not be taken by this user. Run as one who may, ${otherPort}`
          : `Port ${port} (https) is in use by ${holderOf(port) ?? 'another program'}.\nStop it, ${otherPort}`,
      ),
    );
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(undefined)));
  });

export async function httpsPortMustBeFree(port: number): Promise<void> {
  const refusal = await refusalOf(port);
  if (refusal !== undefined) throw new Error(refusal);
}

/** The front of a house, before anything stands behind it; this process believes it too, for it seeds by it. */
export async function openHttps(
  { port, tlsDir, redirectPort, by = 'own' }: HttpsOptions,
  behind: Addresses,
  apiPorts?: readonly number[],
): Promise<Guarded> {
  await httpsPortMustBeFree(port);
  const credentials = await credentialsIn(tlsDir, Object.values(hosts));
  await trustHere(credentials.authorityFile);
  const options: FrontOptions = { port, credentials, behind, redirectPort, apiPorts };
  const nginx = by === 'nginx' ? findNginx() : undefined;
  const front = await (nginx ? openNginx(nginx, options) : openFront(options));
  const { authorityFile, certFile, keyFile, spki } = credentials;
  return { ...front, tls: { authority: authorityFile, cert: certFile, key: keyFile, spki } };
}

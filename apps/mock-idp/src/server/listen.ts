import { createServer as createPlain, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Credentials } from '../tls/index.js';

/** The port is held, or may not be taken; the message names it. */
export class PortRefused extends Error {
  override readonly name = 'PortRefused';
}

const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is in use: stop what holds it, or take another',
  EACCES: 'may not be taken by this user: take one above 1023',
};

function worded(error: Error, port: number, host: string): Error {
  const code = 'code' in error ? String(error.code) : '';
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new PortRefused(`${host} is no address of this machine`, { cause: error });
  const reason = reasons[code];
  return reason === undefined ? error : new PortRefused(`Port ${port} ${reason}.`, { cause: error });
}

/** Node's five seconds are too short for a busy machine: a client that is late finds its connection closed under its request. */
const keepAliveTimeout = 65_000;

export async function makeServer(credentials: Credentials | undefined): Promise<Server> {
  if (!credentials) return createPlain({ keepAliveTimeout });
  const { createServer } = await import('node:https');
  return createServer({ keepAliveTimeout, key: credentials.key, cert: credentials.cert });
}

/** Answers the port that was taken. */
export const listen = (server: Server, port: number, host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', (error) => reject(worded(error, port, host)));
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });

export const close = (server: Server): Promise<void> =>
  new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeAllConnections();
  });

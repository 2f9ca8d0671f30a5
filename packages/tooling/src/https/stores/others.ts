import { join } from 'node:path';
import { AUTHORITY_NAME } from '../authority-file.js';
import type { Ask, Store } from './store.js';

const succeeds = (asked: Promise<string>): Promise<boolean> =>
  asked.then(
    (said) => said.trim() !== '',
    () => false,
  );

/** The login keychain: macOS asks the person before it lets a root in. */
export function macStore(home: string, file: string, ask: Ask): Store {
  const keychain = join(home, 'Library/Keychains/login.keychain-db');
  return {
    name: 'the login keychain of macOS',
    unavailable: async () => undefined,
    holds: () => succeeds(ask('security', 'find-certificate', '-c', AUTHORITY_NAME, keychain)),
    add: async () => {
      await ask('security', 'add-trusted-cert', '-r', 'trustRoot', '-p', 'ssl', '-k', keychain, file);
    },
    remove: async () => {
      await ask('security', 'remove-trusted-cert', file);
      await ask('security', 'delete-certificate', '-c', AUTHORITY_NAME, keychain);
    },
  };
}

/** The roots of the current user: Windows asks the person before it lets one in. */
export function windowsStore(file: string, ask: Ask): Store {
  return {
    name: 'the current user’s roots of Windows',
    unavailable: async () => undefined,
    holds: () => succeeds(ask('certutil', '-user', '-store', 'Root', AUTHORITY_NAME)),
    add: async () => {
      await ask('certutil', '-user', '-addstore', 'Root', file);
    },
    remove: async () => {
      await ask('certutil', '-user', '-delstore', 'Root', AUTHORITY_NAME);
    },
  };
}

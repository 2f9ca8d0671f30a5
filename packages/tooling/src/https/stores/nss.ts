import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { AUTHORITY_NAME } from '../authority-file.js';
import type { Ask, Store } from './store.js';

/** Profiles of Firefox, wherever its packagers put them. */
const firefox = [
  '.mozilla/firefox',
  'snap/firefox/common/.mozilla/firefox',
  '.var/app/org.mozilla.firefox/.mozilla/firefox',
];

/** The databases of this user's browsers: Chromium's one, and one per profile of Firefox. */
function databases(home: string): string[] {
  const profiles = firefox
    .map((folder) => join(home, folder))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .filter((profile) => existsSync(join(profile, 'cert9.db')));
  return [join(home, '.pki/nssdb'), ...profiles];
}

/** Chromium and Firefox on Linux have a store of their own, which `certutil` of NSS keeps. */
export function nssStore(home: string, file: string, ask: Ask): Store {
  const certutil = (database: string, ...args: string[]) => ask('certutil', '-d', `sql:${database}`, ...args);
  const heldBy = (database: string) =>
    certutil(database, '-L', '-n', AUTHORITY_NAME).then(
      () => true,
      () => false,
    );
  const open = async (database: string) => {
    if (existsSync(join(database, 'cert9.db'))) return;
    mkdirSync(database, { recursive: true, mode: 0o700 });
    await certutil(database, '-N', '--empty-password');
  };
  return {
    name: 'the store of Chromium and Firefox (NSS)',
    unavailable: () =>
      ask('certutil', '-H').then(
        () => undefined,
        // It has no way to be asked whether it is there but to print its help, and then it fails.
        (error: Error) =>
          /ENOENT/.test(error.message)
            ? 'certutil is not installed: apt-get install libnss3-tools, dnf install nss-tools'
            : undefined,
      ),
    holds: async () => {
      const held = await Promise.all(databases(home).map(heldBy));
      return held.length > 0 && held.every(Boolean);
    },
    add: async () => {
      for (const database of databases(home)) {
        await open(database);
        if (await heldBy(database)) await certutil(database, '-D', '-n', AUTHORITY_NAME);
        // C: it may vouch for servers, and for nothing else.
        await certutil(database, '-A', '-t', 'C,,', '-n', AUTHORITY_NAME, '-i', file);
      }
    },
    remove: async () => {
      for (const database of databases(home))
        if (await heldBy(database)) await certutil(database, '-D', '-n', AUTHORITY_NAME);
    },
  };
}

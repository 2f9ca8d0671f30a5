import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { type Ask, type Machine, storesOf } from '../src/https/stores/index.js';

const home = mkdtempSync(join(tmpdir(), 'stores-'));
afterEach(() => rmSync(home, { recursive: true, force: true }));

/** A machine whose tools answer as told, and that remembers what it was asked. */
function machine(platform: Machine['platform'], answers: (line: string) => string | undefined) {
  const asked: string[] = [];
  const ask: Ask = async (command, ...args) => {
    const line = [command, ...args].join(' ');
    asked.push(line.replaceAll(home, '~'));
    const answer = answers(line);
    if (answer === undefined) throw new Error(`spawn ${command} ENOENT`);
    return answer;
  };
  const stores = storesOf({ platform, home, isRoot: false }, '/tls/authority.pem', ask);
  return { asked, stores };
}

test('on Linux the authority goes to Chromium’s store and to each profile of Firefox, for servers only', async () => {
  const profile = join(home, '.mozilla/firefox/abc.default');
  mkdirSync(profile, { recursive: true });
  writeFileSync(join(profile, 'cert9.db'), '');
  const { asked, stores } = machine('linux', (line) => (/ -(N|A) /.test(line) ? '' : undefined));
  await stores[0]?.add();
  expect(asked.filter((line) => / -(N|A) /.test(line))).toEqual([
    'certutil -d sql:~/.pki/nssdb -N --empty-password',
    'certutil -d sql:~/.pki/nssdb -A -t C,, -n Countersign, on this machine only -i /tls/authority.pem',
    'certutil -d sql:~/.mozilla/firefox/abc.default -A -t C,, -n Countersign, on this machine only -i /tls/authority.pem',
  ]);
});

test('an authority that is held already is replaced, and removed where it is held', async () => {
  const { asked, stores } = machine('linux', () => '');
  await stores[0]?.add();
  await stores[0]?.remove();
  expect(asked.map((line) => / -([NLDA]) /.exec(line)?.[1]).join('')).toBe('NLDALD');
});

test('what cannot be done is said with the command that would do it', async () => {
  const { stores } = machine('linux', () => undefined);
  expect(await stores[0]?.unavailable()).toContain('apt-get install libnss3-tools');
  expect(await stores[1]?.unavailable()).toMatch(/root: sudo cp|no folder/);
});

test.each([
  ['darwin', 'security add-trusted-cert', 'security delete-certificate'],
  ['win32', 'certutil -user -addstore Root', 'certutil -user -delstore Root'],
] as const)(
  'on %s the store of the current user is asked, and asked to forget',
  async (platform, adds, removes) => {
    const { asked, stores } = machine(platform, () => 'found');
    const [store] = stores;
    expect(await store?.holds()).toBe(true);
    await store?.add();
    await store?.remove();
    expect(asked.filter((line) => line.startsWith(adds))).toHaveLength(1);
    expect(asked.filter((line) => line.startsWith(removes))).toHaveLength(1);
  },
);

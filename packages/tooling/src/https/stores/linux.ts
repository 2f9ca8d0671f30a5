import { copyFileSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Ask, Store } from './store.js';

/** Each family of systems has a folder for what is added, and a program that takes it in. */
const families = [
  { folder: '/usr/local/share/ca-certificates', update: ['update-ca-certificates'], forget: ['--fresh'] },
  { folder: '/etc/pki/ca-trust/source/anchors', update: ['update-ca-trust', 'extract'], forget: [] },
  { folder: '/etc/ca-certificates/trust-source/anchors', update: ['update-ca-trust', 'extract'], forget: [] },
] as const;

/** What curl, git and most programs of a Linux system believe. */
export function linuxStore(file: string, ask: Ask, isRoot: boolean): Store {
  const family = families.find(({ folder }) => existsSync(folder));
  const target = join(family?.folder ?? '', 'countersign-localhost.crt');
  const update = async (more: readonly string[] = []) => {
    const [command = '', ...args] = family?.update ?? [];
    await ask(command, ...args, ...more);
  };
  return {
    name: 'the system’s store (curl, git and others)',
    unavailable: async () => {
      if (!family) return 'there is no folder for certificates that we know';
      return isRoot
        ? undefined
        : `it needs root: sudo cp ${file} ${target} && sudo ${family.update.join(' ')}`;
    },
    holds: async () => existsSync(target) && readFileSync(target, 'utf8') === readFileSync(file, 'utf8'),
    add: async () => {
      copyFileSync(file, target);
      await update();
    },
    remove: async () => {
      if (!existsSync(target)) return;
      rmSync(target);
      await update(family?.forget);
    },
  };
}

import { linuxStore } from './linux.js';
import { nssStore } from './nss.js';
import { macStore, windowsStore } from './others.js';
import type { Ask, Store } from './store.js';

export type { Ask, Store } from './store.js';

export type Machine = {
  readonly platform: NodeJS.Platform;
  readonly home: string;
  readonly isRoot: boolean;
};

/** Where programs of this machine look up whom to trust. */
export function storesOf({ platform, home, isRoot }: Machine, file: string, ask: Ask): readonly Store[] {
  if (platform === 'darwin') return [macStore(home, file, ask)];
  if (platform === 'win32') return [windowsStore(file, ask)];
  return [nssStore(home, file, ask), linuxStore(file, ask, isRoot)];
}

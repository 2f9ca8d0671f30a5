import { type Ran, run } from '../run/run.js';
import { inApp } from './room.js';

/** The app's own packages, by its own lockfile. Half a second when they are there. */
export const install = (): Promise<Ran> =>
  run('pnpm', ['install', '--frozen-lockfile', '--prefer-offline'], { cwd: inApp() });

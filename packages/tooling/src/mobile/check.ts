import { inRoot } from '../paths.js';
import { type Ran, runNode } from '../run/run.js';
import { appBin, inApp } from './room.js';

const tsc = appBin('typescript/bin/tsc');
const vitest = inRoot('packages/tooling/node_modules/vitest/vitest.mjs');

/** A step, and what it says for itself. */
export type Step = { readonly name: string; readonly run: () => Promise<Ran> };

const types = (config: string): Promise<Ran> => runNode(tsc, ['-p', config], { cwd: inApp() });

/** Both builds by the compiler, and the app's small tests. The journeys are another matter. */
export const checks: readonly Step[] = [
  { name: 'types of the native build', run: () => types('tsconfig.json') },
  { name: 'types of the web build', run: () => types('tsconfig.web.json') },
  {
    name: 'small tests',
    run: () => runNode(vitest, ['run', '--config', inRoot('packages/tooling/vitest/mobile.config.ts')]),
  },
];

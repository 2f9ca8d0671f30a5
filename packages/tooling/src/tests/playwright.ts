import { inRoot } from '../paths.js';

/** The runner of the journeys. */
export const playwright = inRoot('e2e/node_modules/@playwright/test/cli.js');

import type { House } from '../house/index.js';

/** For whoever waits: where things are, and the file that has what was made. No secret is in it. */
export const readyLine = (
  { addresses: { idp, api, workspace }, houseFile, logDir }: House,
  tookMs: number,
): string => JSON.stringify({ ready: true, idp, api, workspace, houseFile, logs: logDir, tookMs });

import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { environment } from '../env.js';

export const NO_PROMETHEUS =
  'There is no prometheus here, or no promtool beside it: install it, or name its folder in PROMETHEUS_PATH.';

/** A program of Prometheus, on PATH or where the environment says. */
function find(name: string): string | undefined {
  const folders = [environment.prometheus, ...environment.inherited.PATH.split(delimiter)];
  return folders
    .flatMap((folder) => (folder ? [join(folder, name)] : []))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

export type Programs = { readonly prometheus: string; readonly promtool: string };

export function findPrometheus(): Programs | undefined {
  const [prometheus, promtool] = [find('prometheus'), find('promtool')];
  return prometheus && promtool ? { prometheus, promtool } : undefined;
}

import { inRoot } from '../paths.js';
import { runNode } from './run.js';

const site = async (file: string, args: readonly string[] = []): Promise<number> => {
  const { code } = await runNode(inRoot('docs/site', file), args, {
    cwd: inRoot('docs'),
    show: true,
    env: { ASTRO_TELEMETRY_DISABLED: '1' },
  });
  return code;
};

/** Shows the documentation as a site, which follows what is written. */
export const serveDocs = (args: readonly string[]): Promise<number> => site('serve.ts', args);

/** Builds it into `docs/dist`, and follows every link. */
export const buildDocs = (): Promise<number> => site('build.ts');

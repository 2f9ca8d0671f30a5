import { inRoot } from '../paths.js';
import { e2e } from '../tests/e2e.js';
import { reportAlone } from '../tests/tally.js';

/** Takes the pictures of `docs/pictures` from the running product. */
export const pictures = async (): Promise<number> =>
  reportAlone(await e2e(['--project=pictures'], { env: { PICTURES: inRoot('docs/pictures') } }));

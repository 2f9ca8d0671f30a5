import { env } from '../env';

/** The drawer's own doors: open only in the demo, and only to the page itself. */
export const fromDrawer = (request: Request): boolean =>
  env().COUNTERSIGN_DEMO && request.headers.get('sec-fetch-site') === 'same-origin';

export const noSuchDoor = () => Response.json({ error: 'not_found' }, { status: 404 });

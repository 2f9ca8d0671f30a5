export const dynamic = 'force-dynamic';

/** Says that this process answers. Whether the API does is the API's own to say. */
export const GET = (): Response => Response.json({ status: 'ok' });

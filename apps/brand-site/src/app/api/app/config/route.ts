import { appConnectionKeys } from '../../../../chat/connection-key';
import { cast } from '../../../../demo/cast';
import { noSuchDoor } from '../../../../demo/guard';
import { env } from '../../../../env';

/** What the app asks first: where the chat is, by which connections it may prove its user, and who may sign in. */
export function GET(): Response {
  const { API_URL, COUNTERSIGN_DEMO } = env();
  if (!COUNTERSIGN_DEMO) return noSuchDoor();
  return Response.json(
    { apiUrl: API_URL, brand: 'larkspur', connections: appConnectionKeys, cast: cast.app },
    { headers: { 'cache-control': 'no-store' } },
  );
}

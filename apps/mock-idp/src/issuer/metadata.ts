import { type Exchange, type Headers, sendJson } from '../http/index.js';
import type { World } from '../world/index.js';

/** Pages of anywhere may read both: there is nothing in them that is not public. */
const open: Headers = { 'access-control-allow-origin': '*' };

function refuseOther(exchange: Exchange): boolean {
  if (exchange.req.method === 'GET' || exchange.req.method === 'HEAD') return false;
  sendJson(exchange, 405, { error: 'invalid_request' }, { allow: 'GET, HEAD' });
  return true;
}

/** The discovery document. OpenID Connect Discovery 1.0, section 4. */
export function discovery(world: World, exchange: Exchange): void {
  if (refuseOther(exchange)) return;
  const { profile, issuer, publish } = world;
  sendJson(exchange, 200, publish(profile.discovery(issuer)), { ...open, ...profile.discoveryHeaders });
}

/** The keys that are published now. RFC 7517, section 5. */
export async function keySet(world: World, exchange: Exchange): Promise<void> {
  if (refuseOther(exchange)) return;
  const keys = await world.keys.published();
  sendJson(exchange, 200, { keys }, { ...open, ...world.profile.keyHeaders(world.clock.now()) });
}

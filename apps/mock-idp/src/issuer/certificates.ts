import { type Exchange, sendJson } from '../http/index.js';
import { certificateOf } from '../keys/index.js';
import type { World } from '../world/index.js';

/** The published keys as a map from key id to PEM certificate, as some clients still want them. */
export async function certificates(world: World, exchange: Exchange): Promise<void> {
  const { hostname } = new URL(world.issuer);
  const keys = await world.keys.signing();
  const entries = keys.map(async (key) => [key.kid, await certificateOf(key, hostname)] as const);
  const body = Object.fromEntries(await Promise.all(entries));
  sendJson(exchange, 200, body, {
    'access-control-allow-origin': '*',
    ...world.profile.keyHeaders(world.clock.now()),
  });
}

import { type Exchange, sendJson } from '../http/index.js';
import type { Endpoint } from '../outages/index.js';
import type { World } from '../world/index.js';

/** Plays the trouble that was armed, if any. Answers whether that was the answer. */
export async function hinder(
  { outages, key }: World,
  exchange: Exchange,
  at: Endpoint,
  clientId?: string,
): Promise<boolean> {
  const armed = outages.at(key, at, clientId);
  if (armed?.kind === 'slow') await outages.wait(armed);
  if (armed?.kind !== 'down') return false;
  sendJson(exchange, 503, { error: 'temporarily_unavailable' });
  return true;
}

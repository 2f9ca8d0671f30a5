import { createChat } from '@countersign/chat-client';
import type { ChaosHouse } from '../chaos/house/house.js';
import { BRAND, CONNECTION } from '../chaos/people/brand.js';
import { Talks } from '../chaos/people/talks.js';

const AMOUNTS = { conversations: 6, desks: 2, perSecond: 20 };

/** People who talk, so that there is something to measure. */
export async function talkIn(house: ChaosHouse): Promise<Talks> {
  const talks = await Talks.begin(house, AMOUNTS);
  talks.start();
  return talks;
}

/** Somebody with a proof that is none, and somebody who asks for nothing that there is. */
export async function stumbleIn(house: ChaosHouse): Promise<void> {
  const stranger = createChat({
    apiUrl: house.url,
    brand: BRAND,
    connection: CONNECTION,
    person: 'nobody',
    proof: async () => ({ idToken: 'no.proof.atall' }),
  });
  await stranger.start();
  stranger.dispose();
  await fetch(`${house.url}/v1/attempts`, { method: 'POST' });
}

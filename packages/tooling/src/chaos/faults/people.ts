import { setTimeout as pause } from 'node:timers/promises';
import { during, type Fault, whileItLasts } from './fault.js';

const DAY_MS = 86_400_000;
/** A thousand times a minute. */
const STUMBLE_EVERY_MS = 60;

export const peopleFaults: readonly Fault[] = [
  {
    name: 'restless',
    says: 'one consumer’s line breaks a thousand times a minute, and comes back each time',
    run: (scene) => {
      const [talk] = scene.talks.all;
      return whileItLasts(scene, async () => {
        await talk?.visitor.stumble();
        await pause(STUMBLE_EVERY_MS);
      });
    },
  },
  {
    name: 'clocks',
    says: 'consumers whose devices are a day early, a day late, and set by a day while they chat',
    async run(scene) {
      const { talks } = scene;
      await Promise.all([talks.open(DAY_MS), talks.open(-DAY_MS)]);
      const [, one, other] = talks.all;
      await during(scene, 0.3);
      if (one) one.visitor.aheadMs = DAY_MS;
      if (other) other.visitor.aheadMs = -DAY_MS;
      // With the new time, and a new proof of the key.
      await Promise.all([one?.visitor.stumble(), other?.visitor.stumble()]);
      await during(scene, 0.7);
    },
  },
];

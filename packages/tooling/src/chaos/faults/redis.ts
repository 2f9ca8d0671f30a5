import { setTimeout as pause } from 'node:timers/promises';
import type { ChaosHouse } from '../house/house.js';
import { broken, type Fault, NO_REDIS, whileItLasts } from './fault.js';

const FLUSH_EVERY_MS = 500;
const skipped = ({ redis }: ChaosHouse): string | undefined => (redis ? undefined : NO_REDIS);

export const redisFaults: readonly Fault[] = [
  {
    name: 'redis-stop',
    says: 'Redis told to stop, and away for a while',
    skipped,
    run: ({ house, ...scene }) =>
      broken(
        { house, ...scene },
        () => house.redis?.stop(),
        () => house.redis?.startAgain(),
      ),
  },
  {
    name: 'redis-kill',
    says: 'Redis killed (kill -9), and started again empty',
    skipped,
    run: ({ house, ...scene }) =>
      broken(
        { house, ...scene },
        () => house.redis?.kill(),
        () => house.redis?.startAgain(),
        { before: 0.3, for: 0.1 },
      ),
  },
  {
    name: 'redis-flush',
    says: 'Redis forgets all it has (FLUSHALL), twice a second',
    skipped,
    run: (scene) =>
      whileItLasts(scene, async () => {
        await scene.house.redis?.flush();
        await pause(FLUSH_EVERY_MS);
      }),
  },
];

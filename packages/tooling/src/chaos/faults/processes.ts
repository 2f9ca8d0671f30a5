import { setTimeout as pause } from 'node:timers/promises';
import { during, type Fault, oneOf, type Scene, whileItLasts } from './fault.js';

async function inTurn(scene: Scene, signal: NodeJS.Signals): Promise<void> {
  const { members } = scene.house;
  for (const { process } of members) {
    await during(scene, 0.5 / members.length);
    await process.restart(signal);
    await during(scene, 0.5 / members.length);
  }
}

const LEAST_MS = 1_000;
const MORE_MS = 8_000;

export const processFaults: readonly Fault[] = [
  {
    name: 'none',
    says: 'nothing is broken',
    run: (scene) => during(scene, 1),
  },
  {
    name: 'kill',
    says: 'each API process killed (kill -9), one after the other',
    run: (scene) => inTurn(scene, 'SIGKILL'),
  },
  {
    name: 'kill-random',
    says: 'API processes killed (kill -9) by chance, also while they start',
    run: (scene) =>
      whileItLasts(scene, async () => {
        const { house, random } = scene;
        await oneOf(house.members, random).process.signal('SIGKILL');
        await pause(LEAST_MS + random() * MORE_MS);
      }),
  },
  {
    name: 'kill-all',
    says: 'all API processes killed (kill -9) at once',
    run: async (scene) => {
      const { members } = scene.house;
      await during(scene, 0.3);
      await Promise.all(members.map(({ process }) => process.restart('SIGKILL')));
      await during(scene, 0.7);
    },
  },
  {
    name: 'rolling',
    says: 'each API process told to stop (SIGTERM) and started again, one after the other',
    run: (scene) => inTurn(scene, 'SIGTERM'),
  },
];

import type { Listener } from '@countersign/database';
import type { ChaosHouse } from '../house/house.js';
import { broken, type Fault } from './fault.js';

const SLOW_MS = 150;

async function killed({ database }: ChaosHouse): Promise<void> {
  await database.kill();
}

const AT_ONCE = 40;
const TIMES = 3;

/** Somebody else takes all there are, and those the API had as well: it is thrown out, and they are quicker. */
async function takeAll({ database }: ChaosHouse, taken: Listener[]): Promise<void> {
  const some = () =>
    Promise.all(
      Array.from({ length: AT_ONCE }, () =>
        database.connect().then(
          (one) => taken.push(one) > 0,
          () => false,
        ),
      ),
    );
  const admin = await database.connect();
  taken.push(admin);
  while ((await some()).includes(true));
  for (let time = 0; time < TIMES; time += 1) {
    await admin.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'countersign_api'",
    );
    await some();
  }
}

async function giveBack(taken: Listener[]): Promise<void> {
  await Promise.all(taken.splice(0).map((one) => one.end().catch(() => undefined)));
}

const outOfConnections: Fault = {
  name: 'pg-connections',
  says: 'all connections of PostgreSQL taken by somebody else',
  async run(scene) {
    const taken: Listener[] = [];
    await broken(
      scene,
      () => takeAll(scene.house, taken),
      () => giveBack(taken),
    );
  },
};

export const databaseFaults: readonly Fault[] = [
  {
    name: 'pg-kill',
    says: 'PostgreSQL killed (kill -9), and started again at once',
    run: (scene) =>
      broken(
        scene,
        () => killed(scene.house),
        () => scene.house.database.startAgain(),
        { before: 0.3, for: 0 },
      ),
  },
  {
    name: 'pg-away',
    says: 'PostgreSQL killed (kill -9), and away for a while',
    run: (scene) =>
      broken(
        scene,
        () => killed(scene.house),
        () => scene.house.database.startAgain(),
      ),
  },
  {
    name: 'pg-frozen',
    says: 'PostgreSQL stands still (SIGSTOP), and goes on',
    run: ({ house, ...scene }) =>
      broken(
        { house, ...scene },
        () => house.database.freeze(),
        () => house.database.thaw(),
      ),
  },
  {
    name: 'pg-slow',
    says: `PostgreSQL answers ${SLOW_MS * 2} ms later`,
    run: ({ house, ...scene }) =>
      broken(
        { house, ...scene },
        () => house.members.map(({ toDatabase }) => toDatabase.slow(SLOW_MS)),
        () => house.members.map(({ toDatabase }) => toDatabase.slow(0)),
        { before: 0.1, for: 0.8 },
      ),
  },
  outOfConnections,
  {
    name: 'disk-full',
    says: 'the disk of PostgreSQL is full, and has room again',
    skipped: ({ disk }) =>
      disk.canBeFilled ? undefined : 'a disk of its own takes root on Linux, and the right to mount',
    run: (scene) =>
      broken(
        scene,
        () => scene.house.disk.fill(),
        async () => {
          scene.house.disk.empty();
          await scene.house.database.startAgain();
        },
      ),
  },
];

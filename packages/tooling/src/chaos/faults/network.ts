import type { ChaosHouse, Member } from '../house/house.js';
import { broken, type Fault, NO_REDIS } from './fault.js';

function first({ members }: ChaosHouse): Member {
  const [member] = members;
  if (!member) throw new Error('The house has no process.');
  return member;
}

export const networkFaults: readonly Fault[] = [
  {
    name: 'cut',
    says: 'the network between one API process and PostgreSQL is cut',
    run: ({ house, ...scene }) =>
      broken(
        { house, ...scene },
        () => first(house).toDatabase.cut(),
        () => first(house).toDatabase.mend(),
      ),
  },
  {
    name: 'stalled',
    says: 'between one API process and PostgreSQL nothing comes through, and nobody is told; then it does',
    run: ({ house, ...scene }) =>
      broken(
        { house, ...scene },
        () => first(house).toDatabase.hold(),
        () => first(house).toDatabase.release(),
      ),
  },
  {
    name: 'vanished',
    says: 'the connections of one API process to PostgreSQL are dead, and nobody is told; new ones get through',
    run: ({ house, ...scene }) =>
      broken(
        { house, ...scene },
        () => first(house).toDatabase.forget(),
        () => undefined,
        { before: 0.1, for: 0.5 },
      ),
  },
  {
    name: 'redis-cut',
    says: 'the network between one API process and Redis is cut',
    skipped: ({ redis }) => (redis ? undefined : NO_REDIS),
    run: ({ house, ...scene }) =>
      broken(
        { house, ...scene },
        () => first(house).toRedis?.cut(),
        () => first(house).toRedis?.mend(),
      ),
  },
  {
    name: 'redis-stalled',
    says: 'between one API process and Redis nothing comes through, and nobody is told; then it does',
    skipped: ({ redis }) => (redis ? undefined : NO_REDIS),
    run: ({ house, ...scene }) =>
      broken(
        { house, ...scene },
        () => first(house).toRedis?.hold(),
        () => first(house).toRedis?.release(),
      ),
  },
];

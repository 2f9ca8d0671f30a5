import { databaseFaults } from './database.js';
import type { Fault } from './fault.js';
import { networkFaults } from './network.js';
import { peopleFaults } from './people.js';
import { processFaults } from './processes.js';
import { redisFaults } from './redis.js';

export type { Fault, Scene } from './fault.js';

export const faults: readonly Fault[] = [
  ...processFaults,
  ...databaseFaults,
  ...redisFaults,
  ...networkFaults,
  ...peopleFaults,
];

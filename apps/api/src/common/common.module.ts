import { Global, Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/env.js';
import { Clock, SystemClock } from './clock.js';
import { Database } from './database.js';
import { Erasables } from './erasables.js';
import { Events } from './events.js';
import { Log } from './log.js';
import { Notices } from './notices.js';
import { NoticesRepository } from './notices.repository.js';
import { ProblemFilter } from './problem.filter.js';
import { RateLimit } from './rate-limit.js';
import { Readiness } from './readiness.js';
import { Rounds } from './rounds.js';
import { Sealer } from './sealer.js';
import { ToldClock } from './told-clock.js';
import { Underway } from './underway.js';

const clock = {
  provide: Clock,
  inject: [CONFIG],
  useFactory: (config: Config) => (config.COUNTERSIGN_TEST_CLOCK ? new ToldClock() : new SystemClock()),
};
const shared = [Database, Erasables, Events, Log, RateLimit, Readiness, Rounds, Sealer, Underway, clock];
const own = [Notices, NoticesRepository, { provide: APP_FILTER, useClass: ProblemFilter }];

@Global()
@Module({ providers: [...shared, ...own], exports: shared })
export class CommonModule {}

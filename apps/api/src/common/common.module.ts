import { Global, Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { Clock, SystemClock } from './clock.js';
import { Database } from './database.js';
import { Events } from './events.js';
import { Log } from './log.js';
import { ProblemFilter } from './problem.filter.js';
import { RateLimit } from './rate-limit.js';
import { Sealer } from './sealer.js';

const shared = [Database, Events, Log, RateLimit, Sealer, { provide: Clock, useClass: SystemClock }];

@Global()
@Module({ providers: [...shared, { provide: APP_FILTER, useClass: ProblemFilter }], exports: shared })
export class CommonModule {}

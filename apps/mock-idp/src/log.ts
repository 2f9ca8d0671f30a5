import { type Level, type Logger, pino } from 'pino';
import pretty from 'pino-pretty';

/** Lines for people in a terminal, JSON elsewhere. Nothing secret is ever handed to it. */
export const makeLog = (level: Level | 'silent'): Logger =>
  process.stdout.isTTY
    ? pino({ level, name: 'mock-idp' }, pretty({ colorize: true, ignore: 'pid,hostname', sync: true }))
    : pino({ level, name: 'mock-idp' });

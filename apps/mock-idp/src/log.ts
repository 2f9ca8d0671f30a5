import { type Level, type Logger, pino } from 'pino';

/** Lines for people in a terminal, JSON elsewhere. Nothing secret is ever handed to it. */
export async function makeLog(level: Level | 'silent'): Promise<Logger> {
  if (!process.stdout.isTTY) return pino({ level, name: 'mock-idp' });
  const { default: pretty } = await import('pino-pretty');
  return pino({ level, name: 'mock-idp' }, pretty({ colorize: true, ignore: 'pid,hostname', sync: true }));
}

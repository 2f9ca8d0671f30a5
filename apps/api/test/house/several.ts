import { freePort } from '@countersign/ports';
import { environment, freshDatabase, type House, OPERATOR_KEY } from './house.js';
import { Operator } from './operator.js';
import { ApiProcess } from './process.js';

/** Several API processes behind one address, on one database. */
export type Several = {
  /** What a test needs to set up a brand. */
  readonly house: House;
  /** Each process's own address. */
  readonly urls: readonly string[];
  /** The environment that all of them share. */
  readonly settings: Readonly<Record<string, string>>;
  readonly adminUrl: string;
  readonly pids: readonly (number | undefined)[];
  readonly output: () => string;
  /** The processes end, and the database stays. */
  stop(): Promise<void>;
  close(): Promise<void>;
};

/** @param more environment variables that differ from the usual ones */
export async function startSeveral(count: number, more: Record<string, string> = {}): Promise<Several> {
  const fresh = await freshDatabase();
  const ports = await Promise.all(Array.from({ length: count }, () => freePort()));
  const settings: Record<string, string> = {
    ...environment(ports[0] ?? 0, fresh.url),
    LOG_LEVEL: 'info',
    ...more,
  };
  const processes = ports.map((port) => ApiProcess.start({ ...settings, PORT: String(port) }));
  await Promise.all(processes.map((one) => one.ready()));
  const url = settings['PUBLIC_URL'] ?? '';
  const house = { url, operator: new Operator(url, OPERATOR_KEY), now: () => new Date() };
  const stop = async () => {
    for (const one of processes) one.signal('SIGTERM');
    await Promise.all(processes.map((one) => one.exit));
  };
  return {
    // Only what a brand is made with; the clock and the rows of another process are out of reach.
    house: house as unknown as House,
    urls: ports.map((port) => `http://localhost:${port}`),
    settings,
    adminUrl: fresh.adminUrl,
    pids: processes.map(({ pid }) => pid),
    output: () => processes.map((one) => one.output).join('\n'),
    stop,
    close: async () => {
      await stop();
      await fresh.drop();
    },
  };
}

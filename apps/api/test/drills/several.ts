import { freePort } from '../house/free-port.js';
import { environment, freshDatabase, type House, OPERATOR_KEY } from '../house/house.js';
import { Operator } from '../house/operator.js';
import { ApiProcess } from '../house/process.js';

/** Several API processes behind one address, on one database. */
export type Several = {
  /** What a test needs to set up a brand. */
  readonly house: House;
  /** Each process's own address. */
  readonly urls: readonly string[];
  readonly output: () => string;
  close(): Promise<void>;
};

export async function startSeveral(count: number): Promise<Several> {
  const fresh = await freshDatabase();
  const ports = await Promise.all(Array.from({ length: count }, () => freePort()));
  const shared = environment(ports[0] ?? 0, fresh.url);
  const processes = ports.map((port) =>
    ApiProcess.start({ ...shared, PORT: String(port), LOG_LEVEL: 'info' }),
  );
  await Promise.all(processes.map((one) => one.ready()));
  const url = shared['PUBLIC_URL'] ?? '';
  const house = { url, operator: new Operator(url, OPERATOR_KEY), now: () => new Date() };
  return {
    // Only what a brand is made with; the clock and the rows of another process are out of reach.
    house: house as unknown as House,
    urls: ports.map((port) => `http://localhost:${port}`),
    output: () => processes.map((one) => one.output).join('\n'),
    close: async () => {
      for (const one of processes) one.signal('SIGTERM');
      await Promise.all(processes.map((one) => one.exit));
      await fresh.drop();
    },
  };
}

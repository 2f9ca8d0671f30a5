import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/**
 * Below what systems lend to connections that go out (from 32,768 on with Linux, from 49,152 on elsewhere): between the
 * choice and the use nobody but another chooser can take it.
 */
const LOWEST = 12_000;
const ABOVE = 32_000;

/** Whether somebody could listen there now, on every address of this machine. */
export const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer().once('error', () => resolve(false));
    server.listen(port, () => server.close(() => resolve(true)));
  });

/** The first of so many free ports in a row. */
export async function freePortRow(length: number): Promise<number> {
  for (;;) {
    const first = randomInt(LOWEST, ABOVE - length);
    const row = Array.from({ length }, (_, index) => isFree(first + index));
    if ((await Promise.all(row)).every(Boolean)) return first;
  }
}

/** A port nobody listens on. */
export const freePort = (): Promise<number> => freePortRow(1);

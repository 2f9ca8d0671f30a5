import { setTimeout as pause } from 'node:timers/promises';
import { createClient } from 'redis';

/** Entries that are kept: who was away for longer reads the database. */
const KEPT = 10_000;
const READ_AT_ONCE = 500;
const BLOCK_MS = 2_000;
/** A line on which nothing comes for so long, not even the end of a wait, is dead. */
const SILENT_MS = 6_000;
const AGAIN_AFTER_MS = 200;
const LONGEST_AGAIN_MS = 2_000;

export type Entry = Readonly<Record<string, string>>;

type Reading = {
  /** Each entry once, in the order of the stream. */
  readonly entry: (entry: Entry) => void;
  /** The line stands, for the first time or again: what came meanwhile is read, as far as it is kept. */
  readonly up: () => void;
  readonly down: (error: unknown) => void;
};

const connection = (url: string) =>
  createClient({
    url,
    // What cannot be said now is not said later: whoever missed it reads the database.
    disableOfflineQueue: true,
    socket: {
      connectTimeout: SILENT_MS,
      socketTimeout: SILENT_MS,
      reconnectStrategy: (retries) => Math.min(AGAIN_AFTER_MS * (retries + 1), LONGEST_AGAIN_MS),
    },
    pingInterval: SILENT_MS / 3,
  });

/** One stream of Redis, which every process writes to and reads from where it stopped. */
export class StreamClient {
  private readonly writer;
  private readonly reader;
  private stopped = false;
  private last: string | undefined;

  constructor(
    url: string,
    private readonly key: string,
  ) {
    this.writer = connection(url);
    this.reader = connection(url);
    // Reported where it is felt: by a write that fails, and a read that does.
    this.writer.on('error', () => undefined);
    this.reader.on('error', () => undefined);
  }

  /** Answers at once: a Redis that is away is waited for meanwhile. */
  open(reading: Reading): void {
    void this.writer.connect().catch(() => undefined);
    void this.reader.connect().catch(() => undefined);
    void this.read(reading);
  }

  async add(entry: Entry): Promise<void> {
    const TRIM = { strategy: 'MAXLEN', strategyModifier: '~', threshold: KEPT } as const;
    await this.writer.xAdd(this.key, '*', { ...entry }, { TRIM });
  }

  close(): void {
    this.stopped = true;
    this.writer.destroy();
    this.reader.destroy();
  }

  private async read({ entry, up, down }: Reading): Promise<void> {
    let isUp = false;
    while (!this.stopped) {
      try {
        // The newest is asked for also where it is known: nothing is up before it has answered.
        if (!isUp) {
          const newest = await this.newest();
          this.last ??= newest;
          isUp = true;
          up();
        }
        for (const { id, message } of await this.next(this.last ?? '0-0')) {
          this.last = id;
          entry(message);
        }
      } catch (error) {
        if (this.stopped) return;
        if (isUp) down(error);
        isUp = false;
        await pause(AGAIN_AFTER_MS);
      }
    }
  }

  private async newest(): Promise<string> {
    const newest = await this.reader.xRevRange(this.key, '+', '-', { COUNT: 1 });
    return newest?.[0]?.id ?? '0-0';
  }

  private async next(after: string): Promise<readonly { id: string; message: Entry }[]> {
    const options = { BLOCK: BLOCK_MS, COUNT: READ_AT_ONCE };
    const read = await this.reader.xRead({ key: this.key, id: after }, options);
    return (read as null | { messages: { id: string; message: Entry }[] }[])?.[0]?.messages ?? [];
  }
}

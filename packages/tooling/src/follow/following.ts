import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { none, oneFailed, onePassed, type Tally } from '../tests/tally.js';
import { Collector } from './collector.js';
import { type Story, seen, storyOf } from './story.js';

/** Takes what a house exports while a journey goes through it, and what the journey's browsers saw of one message. */
export class Following {
  private readonly folder = mkdtempSync(join(tmpdir(), 'countersign-follow-'));

  private constructor(private readonly collector: Collector) {}

  static async open(): Promise<Following> {
    return new Following(await Collector.open());
  }

  /** What the API is told. */
  get apiEnv(): Record<string, string> {
    return { OTEL_EXPORTER_OTLP_ENDPOINT: this.collector.url };
  }

  /** What the journey is told. */
  get env(): Record<string, string> {
    return { FOLLOWED: this.file };
  }

  /** Once the house has ended, and with it all it exports. Undefined: no journey followed anything. */
  story(): Story | undefined {
    if (!existsSync(this.file)) return undefined;
    return storyOf(this.collector.spans, seen.parse(JSON.parse(readFileSync(this.file, 'utf8'))));
  }

  /** The same as one more test. */
  tally(): Tally {
    if (!existsSync(this.file)) return none;
    try {
      this.story();
      process.stdout.write('✓ one message is followed through two browsers and two processes\n');
      return onePassed;
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      process.stderr.write(`${why}\n`);
      return oneFailed('one message is followed through two browsers and two processes', why);
    }
  }

  async close(): Promise<void> {
    await this.collector.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private get file(): string {
    return join(this.folder, 'seen.json');
  }
}

import { fileURLToPath } from 'node:url';
import { Program } from '../sessions/program.js';
import type { Answer, Order, Run, Seats } from './wire.js';

const SCRIPT = fileURLToPath(new URL('./driver/main.js', import.meta.url));

/** Everybody who writes and reads: one process for all contenders, so that it is the same for each. */
export class Driver {
  private constructor(private readonly program: Program) {}

  static async start(): Promise<Driver> {
    return new Driver(await Program.start(SCRIPT, {}, 'the driver is ready'));
  }

  async open(table: string, seats: readonly Seats[]): Promise<void> {
    await this.tell({ do: 'open', table, seats });
  }

  /** Consumers who come in and say nothing. */
  async hold(table: string, seats: Seats): Promise<void> {
    await this.tell({ do: 'hold', table, seats });
  }

  async run(table: string, ms: number, perSecond?: number): Promise<Run> {
    const { run } = await this.tell({
      do: 'run',
      table,
      ms,
      ...(perSecond === undefined ? {} : { perSecond }),
    });
    if (!run) throw new Error('The driver has not run');
    return run;
  }

  async close(table: string): Promise<void> {
    await this.tell({ do: 'close', table });
  }

  stop(): Promise<void> {
    return this.program.stop();
  }

  private async tell(order: Order): Promise<Answer> {
    const answer = await this.program.ask<Answer>(order);
    if (answer.failed !== undefined) {
      const table = order.table;
      throw new Error(`${table}: ${answer.failed}`);
    }
    return answer;
  }
}

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Running } from '../chat/running.js';
import { surroundings } from '../env.js';

const LAST = 4_000;

/** A service in a process of its own, as it would run. */
export class Program {
  private output = '';
  private readonly running = new Running();
  private readonly ended: Promise<void>;

  private constructor(private readonly child: ChildProcess) {
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => {
        this.output = (this.output + chunk.toString()).slice(-LAST);
      });
    this.ended = new Promise((resolve) => child.once('close', () => resolve()));
  }

  /** Answers when it has said that it is ready; throws with what it said when it ends before. */
  static async start(
    script: string,
    environment: Readonly<Record<string, string>>,
    ready: string,
    nodeArgs: readonly string[] = [],
  ): Promise<Program> {
    const program = new Program(
      spawn(process.execPath, [...nodeArgs, script], {
        env: { ...surroundings, ...environment },
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      }),
    );
    // From its first moment: also one that is not ready yet is not left behind.
    program.running.keep({ stop: () => program.end() });
    await program.untilItSays(ready);
    return program;
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** Sends it anything, and takes its next word for the answer. One that ends instead of answering ends the run. */
  async ask<Answer>(question: object | string = 'ask'): Promise<Answer> {
    const answered = once(this.child, 'message') as Promise<[Answer]>;
    this.child.send(question);
    const ended = this.ended.then((): never => {
      throw new Error(`A process ended: ${this.output}`);
    });
    const [answer] = await Promise.race([answered, ended]);
    ended.catch(() => undefined);
    return answer;
  }

  stop(): Promise<void> {
    return this.running.stop();
  }

  private async end(): Promise<void> {
    this.child.kill('SIGTERM');
    await this.ended;
  }

  private async untilItSays(ready: string): Promise<void> {
    const said = new Promise<void>((resolve) => {
      const look = () => {
        if (!this.output.includes(ready)) return;
        this.child.stdout?.off('data', look);
        resolve();
      };
      this.child.stdout?.on('data', look);
    });
    const ended = this.ended.then(() => Promise.reject(new Error(this.output)));
    await Promise.race([said, ended]);
    ended.catch(() => undefined);
  }
}

import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { environment } from '../env.js';

export type ChildOptions = {
  readonly name: string;
  readonly script: string;
  readonly args?: readonly string[];
  readonly nodeArgs?: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly logFile: string;
  /** What answers when it is up. Where there is none, it need not be waited for. */
  readonly ready?: string;
  /** Started again when somebody else kills it or tells it to stop. */
  readonly restart?: boolean;
  readonly onRestart?: (message: string) => void;
  readonly onLost: (message: string) => void;
};

const KEPT_LINES = 25;
const PATIENCE_MS = 60_000;
/** Longer than the API may take to send its clients away. */
const GRACE_MS = 16_000;
/** Killed oftener than this within a minute, it is lost. */
const MOST_RESTARTS = 5;

/** One program of the house: started, waited for, restarted, stopped. */
export class Child {
  private process: ChildProcess | undefined;
  private stopping = false;
  private restarts: number[] = [];
  private readonly lastLines: string[] = [];

  constructor(private readonly options: ChildOptions) {}

  get pid(): number | undefined {
    return this.process?.pid;
  }

  async start(): Promise<void> {
    this.launch();
    if (this.options.ready !== undefined) await this.untilReady(this.options.ready);
  }

  async stop(): Promise<void> {
    this.stopping = true;
    const child = this.process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), GRACE_MS);
    await gone;
    clearTimeout(timer);
  }

  private launch(): void {
    const { name, script, args = [], nodeArgs = [], cwd, env, logFile } = this.options;
    mkdirSync(dirname(logFile), { recursive: true });
    const log = createWriteStream(logFile, { flags: 'a' });
    // A group of its own: Ctrl-C reaches the supervisor alone, which then stops all in order.
    const child = spawn(process.execPath, [...nodeArgs, script, ...args], {
      cwd,
      env: { ...environment.inherited, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    this.process = child;
    let rest = '';
    const take = (chunk: Buffer) => {
      log.write(chunk);
      const lines = (rest + chunk.toString()).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) this.note(line);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('exit', (code, signal) => {
      log.end();
      if (this.stopping) return;
      const how = signal ? `was killed (${signal})` : `stopped with code ${code}`;
      // Killed, or told to stop by somebody else: as a process manager would.
      if ((signal || code === 0) && this.mayRestart()) {
        this.options.onRestart?.(`${name} ${how}: starting it again`);
        this.launch();
      } else this.options.onLost(`${name} ${how}. Its last lines:\n${this.lastLines.join('\n')}`);
    });
  }

  private mayRestart(): boolean {
    const now = Date.now();
    this.restarts = [...this.restarts.filter((at) => now - at < 60_000), now];
    return this.options.restart === true && this.restarts.length <= MOST_RESTARTS;
  }

  private note(line: string): void {
    this.lastLines.push(line);
    if (this.lastLines.length > KEPT_LINES) this.lastLines.shift();
  }

  private async untilReady(ready: string): Promise<void> {
    const deadline = Date.now() + PATIENCE_MS;
    while (Date.now() < deadline) {
      if (this.process?.exitCode !== null) throw new Error(this.failure('did not start'));
      const response = await fetch(ready, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined);
      if (response?.ok) return;
      await pause(40);
    }
    throw new Error(this.failure(`did not answer at ${ready} within a minute`));
  }

  private failure(what: string): string {
    return `${this.options.name} ${what}:\n${this.lastLines.join('\n')}`;
  }
}

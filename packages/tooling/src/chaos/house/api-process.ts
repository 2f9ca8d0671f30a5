import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { environment } from '../../env.js';
import { inRoot } from '../../paths.js';
import { until } from './until.js';

const PATIENCE_MS = 60_000;
const AGAIN_MS = 500;
/** Of what goes to standard error, in characters. */
const LAST_WORDS = 2_000;

export type ApiProcessOptions = {
  readonly name: string;
  readonly port: number;
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
};

/** One process of the API under a manager: whenever it is gone it is started again. */
export class ApiProcess {
  /** How it ended each time that nobody had told it to, and what it said last. */
  readonly falls: string[] = [];
  private child: ChildProcess | undefined;
  private gone: Promise<void> = Promise.resolve();
  private isTold = false;
  private isOver = false;

  constructor(readonly options: ApiProcessOptions) {}

  get logFile(): string {
    return `${this.options.folder}/${this.options.name}.log`;
  }

  launch(): void {
    const { name, folder, port, env } = this.options;
    const log = createWriteStream(this.logFile, { flags: 'a' });
    const child = spawn(process.execPath, [inRoot('apps/api/dist/main.js')], {
      cwd: folder,
      env: { ...environment.inherited, ...env, PORT: String(port), PROCESS_NAME: name },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    child.stdout.pipe(log, { end: false });
    child.stderr.pipe(log, { end: false });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said = `${said}${chunk.toString()}`.slice(-LAST_WORDS);
    });
    this.child = child;
    this.gone = new Promise((resolve) =>
      child.once('close', (code, signal) => {
        log.end();
        resolve();
        void this.ended(`${name} ended by ${signal ?? `exit ${code}`}: ${said.trim()}`);
      }),
    );
  }

  /** Ends it by this signal. The manager starts it again at once; answers when the new one takes visitors. */
  async restart(signal: NodeJS.Signals): Promise<void> {
    await this.signal(signal);
    await this.ready();
  }

  async signal(signal: NodeJS.Signals): Promise<void> {
    const { gone } = this;
    this.isTold = true;
    this.child?.kill(signal);
    await gone;
  }

  async ready(): Promise<void> {
    const url = `http://127.0.0.1:${this.options.port}/health/ready`;
    let said = 'nothing';
    const answers = async () => {
      const response = await fetch(url, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined);
      said = (await response?.text().catch(() => undefined)) ?? said;
      return response?.ok === true;
    };
    if (!(await until(answers, PATIENCE_MS)))
      throw new Error(`${this.options.name} takes no visitors. It said ${said}; see ${this.logFile}`);
  }

  async stop(): Promise<void> {
    this.isOver = true;
    await this.signal('SIGKILL');
  }

  private async ended(how: string): Promise<void> {
    if (!this.isTold) this.falls.push(how);
    const wait = this.isTold ? 0 : AGAIN_MS;
    this.isTold = false;
    if (wait > 0) await pause(wait);
    if (!this.isOver) this.launch();
  }
}

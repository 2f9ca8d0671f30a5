import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

/** The API as a process of its own, with all it writes. */
export class ApiProcess {
  output = '';
  readonly exit: Promise<number | null>;

  private constructor(private readonly child: ReturnType<typeof spawn>) {
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => {
        this.output += chunk.toString();
      });
    this.exit = once(child, 'close').then(([code]) => code as number | null);
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  static start(environment: Record<string, string>): ApiProcess {
    const { PATH = '' } = process.env;
    return new ApiProcess(spawn(process.execPath, [MAIN], { env: { PATH, ...environment } }));
  }

  /** Until it says that it is ready. Throws with what it said when it ends before. */
  async ready(): Promise<void> {
    const ended = this.exit.then(() => Promise.reject(new Error(this.output)));
    const said = new Promise<void>((resolve) => {
      const look = () => this.output.includes('the API is ready') && resolve();
      this.child.stdout?.on('data', look);
      look();
    });
    await Promise.race([said, ended]);
    ended.catch(() => undefined);
  }

  signal(name: NodeJS.Signals): void {
    this.child.kill(name);
  }
}

import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  createListener,
  createPrisma,
  type Listener,
  makeRoles,
  migrate,
  type PrismaClient,
  startEmbedded,
} from '@countersign/database';
import { freePort } from '@countersign/ports';
import { until } from './until.js';

const PATIENCE_MS = 60_000;
const secret = () => randomBytes(12).toString('hex');

const childrenOf = (parent: number): number[] =>
  execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .flatMap(([pid, ppid]) => (pid && ppid === parent ? [pid] : []));

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

type Settings = Parameters<typeof startEmbedded>[0];

/** A PostgreSQL of its own, that can be killed, frozen and started again on the same data. */
export class Server {
  private constructor(
    private readonly settings: Settings,
    /** As a superuser, by no pipe: for the ledger. */
    readonly url: string,
    /** As the API connects. */
    readonly apiUrl: string,
    private readonly data: string,
  ) {}

  static async start(folder: string): Promise<Server> {
    const settings = { folder, port: await freePort(), password: secret(), database: 'countersign' };
    const { url } = await startEmbedded(settings);
    const urls = await makeRoles(url, { ownerPassword: secret(), apiPassword: secret() });
    await migrate(urls.owner);
    const [row] = await asking(
      url,
      (prisma) => prisma.$queryRaw<{ data_directory: string }[]>`SHOW data_directory`,
    );
    return new Server(settings, url, urls.api, row?.data_directory ?? folder);
  }

  get port(): number {
    return this.settings.port;
  }

  /** As a superuser who waits for nothing. */
  ask<Answer>(work: (prisma: PrismaClient) => Promise<Answer>): Promise<Answer> {
    return asking(this.url, work);
  }

  async connect(): Promise<Listener> {
    const client = createListener(this.url);
    client.on('error', () => undefined);
    await client.connect();
    return client;
  }

  async kill(): Promise<void> {
    const { postmaster } = this;
    const all = [postmaster, ...childrenOf(postmaster)];
    process.kill(postmaster, 'SIGKILL');
    await until(() => !all.some(isAlive), PATIENCE_MS);
  }

  /** Starts what was killed, or has ended by itself. What runs is left alone. */
  async startAgain(): Promise<void> {
    let last: unknown;
    const started = await until(
      () =>
        startEmbedded(this.settings).then(
          () => true,
          (error: unknown) => {
            last = error;
            return false;
          },
        ),
      PATIENCE_MS,
    );
    if (!started) throw last;
  }

  /** Everything of it stands still; its lines stay open. */
  freeze(): void {
    for (const pid of this.pids()) process.kill(pid, 'SIGSTOP');
  }

  thaw(): void {
    for (const pid of this.pids().reverse()) process.kill(pid, 'SIGCONT');
  }

  async stop(): Promise<void> {
    const { postmaster } = this;
    if (!isAlive(postmaster)) return;
    this.thaw();
    process.kill(postmaster, 'SIGINT');
    await until(() => !isAlive(postmaster), PATIENCE_MS);
  }

  private pids(): number[] {
    return [this.postmaster, ...childrenOf(this.postmaster)];
  }

  private get postmaster(): number {
    try {
      return Number.parseInt(readFileSync(join(this.data, 'postmaster.pid'), 'utf8'), 10);
    } catch {
      return 0;
    }
  }
}

async function asking<Answer>(url: string, work: (prisma: PrismaClient) => Promise<Answer>): Promise<Answer> {
  const prisma = createPrisma(url);
  try {
    return await work(prisma);
  } finally {
    await prisma.$disconnect();
  }
}

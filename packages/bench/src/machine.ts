import { cpus, loadavg, totalmem } from 'node:os';

/** Where figures come from: they mean nothing without it. */
export type Machine = {
  readonly node: string;
  readonly openssl: string;
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly platform: string;
  /** What else it did in the last minute, before the run. */
  readonly load: number;
  /** When: the day, in universal time. */
  readonly date: string;
};

export const machine = (): Machine => ({
  node: process.version,
  openssl: process.versions.openssl,
  cpu: cpus()[0]?.model.trim() ?? 'unknown',
  cores: cpus().length,
  memoryGb: Math.round(totalmem() / 2 ** 30),
  platform: `${process.platform} ${process.arch}`,
  load: Number((loadavg()[0] ?? 0).toFixed(1)),
  date: new Date().toISOString().slice(0, 'yyyy-mm-dd'.length),
});

/** In one line, under whatever is shown of it. */
export const sourceOf = ({ cpu, cores, memoryGb, node, date, load }: Machine): string =>
  `${cpu}, ${cores} cores, ${memoryGb} GB, Node ${node.replace('v', '')}, ${date}, load before the run ${load}`;

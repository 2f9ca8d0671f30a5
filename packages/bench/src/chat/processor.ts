import { readdirSync, readFileSync } from 'node:fs';

/** Ticks of `/proc` in a second: USER_HZ, which Linux tells every program as 100. */
const TICKS = 100;

type Process = { readonly parent: number; readonly ticks: number };

function processOf(pid: string): Process | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // After the name, which may hold anything: state, parent; the 14th to the 17th of all are user and system time, its
    // own and that of the children it has waited for: what has ended meanwhile is not forgotten.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const ticks = fields.slice(11, 15).reduce((sum, one) => sum + Number(one), 0);
    return { parent: Number(fields[1]), ticks };
  } catch {
    return undefined;
  }
}

/** Processor time in seconds that a process and those it started have used. Undefined where there is no `/proc`. */
export function processorOf(root: number): number | undefined {
  let ids: string[];
  try {
    ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return undefined;
  }
  const all = new Map<number, Process>();
  for (const id of ids) {
    const found = processOf(id);
    if (found) all.set(Number(id), found);
  }
  const belongs = (pid: number): boolean => {
    if (pid === root) return true;
    const parent = all.get(pid)?.parent ?? 0;
    return parent > 1 && belongs(parent);
  };
  let ticks = 0;
  for (const [pid, found] of all) if (belongs(pid)) ticks += found.ticks;
  return ticks / TICKS;
}

/** Whoever started it. */
export const parentOf = (pid: number): number => processOf(String(pid))?.parent ?? 0;

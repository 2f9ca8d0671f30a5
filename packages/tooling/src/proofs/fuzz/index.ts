import { type FuzzResult, fuzz } from './fuzz.js';

const TEN_MINUTES = 600;

const numberOf = (args: readonly string[], flag: string): number | undefined => {
  const at = args.indexOf(flag);
  const value = at < 0 ? Number.NaN : Number(args[at + 1]);
  return Number.isFinite(value) ? value : undefined;
};

const megabytes = (bytes: number) => (bytes / 1_048_576).toFixed(1);

export function report({
  executions,
  seconds,
  slowestMs,
  pauses,
  growthBytes,
  findings,
}: FuzzResult): boolean {
  for (const { what, token } of findings) process.stderr.write(`✗ ${what}\n  ${token}\n`);
  process.stdout.write(
    `${executions} proofs in ${Math.round(seconds)} s, the slowest ${slowestMs.toFixed(1)} ms (${pauses} measured again after a pause of the machine), the heap ${megabytes(growthBytes)} MB larger: ${findings.length === 0 ? 'nothing found' : `${findings.length} found`}\n`,
  );
  return findings.length === 0 && executions > 0;
}

/** Ten minutes of proofs nobody thought of; `--seconds` for less or more, `--seed` to begin where a finding was. */
export async function fuzzCommand(args: readonly string[]): Promise<number> {
  const seconds = numberOf(args, '--seconds') ?? TEN_MINUTES;
  const seed = numberOf(args, '--seed') ?? Date.now() % 1_000_000_000;
  process.stdout.write(`Fuzzing for ${seconds} s from batch ${seed} on …\n`);
  return report(await fuzz({ seconds, seed })) ? 0 : 1;
}

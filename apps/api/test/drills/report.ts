/** `npm run drills` asks for the whole length; with all other tests a short one runs. */
export const whole = process.env['DRILL'] === 'whole';

/** What a drill measured, as a table a person reads. */
export function report(title: string, rows: readonly Readonly<Record<string, string | number>>[]): void {
  const columns = Object.keys(rows[0] ?? {});
  const cells = [columns, ...rows.map((row) => columns.map((column) => String(row[column] ?? '')))];
  const widths = columns.map((_, index) => Math.max(...cells.map((line) => line[index]?.length ?? 0)));
  const lines = cells.map(
    (line) => `  ${line.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join('  ')}`,
  );
  process.stdout.write(`\n${title}\n${lines.map((line) => line.trimEnd()).join('\n')}\n\n`);
}

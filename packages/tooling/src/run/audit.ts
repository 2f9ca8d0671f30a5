import type { AuditView } from '@countersign/contracts';
import { asked, here, type Service } from './service.js';

const usage = `npm run audit -- verify BRAND …
npm run audit -- verify BRAND@NUMBER:HASH …   the log must still reach an end it had before`;

const broken = {
  changed: 'was changed after it was written',
  missing: 'is gone',
  'not-next': 'does not follow the one before it',
  'cut-off': 'is gone, and the end of the log with it',
} as const;

/** A brand, and where its log ended when somebody looked before. */
function read(given: string): { readonly brand: string; readonly query: string } {
  const [brand = '', head] = given.split('@');
  if (head === undefined) return { brand, query: '' };
  const [, number, hash] = /^(\d+):([0-9a-f]{64})$/.exec(head) ?? [];
  if (!number) throw new Error(`${given}: after @ stands NUMBER:HASH, as this command prints it.\n${usage}`);
  return { brand, query: `?number=${number}&hash=${hash}` };
}

/** Reads the audit log of each brand that is named, from its first entry on. Answers 1 where one was tampered with. */
export async function audit(
  [verb, ...brands]: readonly string[],
  service: Service = here(),
  out: (line: string) => void = (line) => void process.stdout.write(`${line}\n`),
): Promise<number> {
  if (verb !== 'verify' || brands.length === 0) throw new Error(usage);
  let code = 0;
  for (const { brand, query } of brands.map(read)) {
    const view = await asked<AuditView>(service, brand, 'GET', `audit${query}`);
    if (!view.whole) code = 1;
    out(
      view.whole
        ? `${brand}  whole: ${view.head.number} entries  ${brand}@${view.head.number}:${view.head.hash}`
        : `${brand}  broken: entry ${view.number} ${broken[view.why]}`,
    );
  }
  return code;
}

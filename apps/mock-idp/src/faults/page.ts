import type { ListedFault } from './input.js';
import { listed } from './list.js';

const intro = `# Faults

Everything the stand-in can be made to do wrong, over HTTP and aimed at one login. The provider stays honest: its answer is bent just
before it is sent, so a fault never spoils what comes after it, and the neighbour's login never sees it.

\`\`\`sh
curl localhost:4000/control/faults -H 'content-type: application/json' \\
  -d '{ "fault": "expired", "issuer": "google", "aim": { "loginHint": "ada" } }'
\`\`\`

- \`aim\`: \`loginHint\` (the hint of the request, or the person's id, e-mail address or subject), \`clientId\`, \`state\`; each narrows, none means
  everybody. Keys and discovery are asked for by nobody in particular and cannot be aimed: a namespace (\`/t/my-test/google\`) keeps theirs apart.
- \`shots\`: how many answers, default 1, or \`"until-cleared"\`. A shot counts only when there was something to bend: a fault of the ID token
  waits for an answer that carries one, in JSON, in a fragment or in a form.
- \`options.delayMs\`: how long a slow answer takes, or the time between two bytes.
- \`GET /control/faults\` lists those that are armed, \`DELETE /control/faults/{id}\` ends one, \`DELETE /control/faults\` all; an answer that is held back
  is sent then. \`GET /control/faults/catalogue\` is this table.

*says* is what a good verifier answers: a reason of [errors.md](errors.md), \`declined\`, or \`verified\` where nothing is wrong enough. A fault marked
*client* is seen only by whoever sent the browser; *needs* says what the client must have for it to be trouble. Every row is played against our own API,
or against openid-client where the client judges, by a test.

This page is printed from the catalogue: \`pnpm --filter @countersign/mock-idp print:faults\`.
`;

const places: Readonly<Record<string, string>> = { 'id-token': 'ID token', return: 'callback' };

const needs = {
  encryption: 'encryption',
  'hosted-domain': 'a demanded `hd`',
  userinfo: 'userinfo',
  'cached-metadata': 'an earlier login',
} as const;

const row = ({ name, at, why, expect, judge, needs: needed }: ListedFault): string => {
  const aside = [...(judge === 'client' ? ['client'] : []), ...(needed ? [`needs ${needs[needed]}`] : [])];
  return `| \`${name}\` | ${places[at] ?? at} | ${why} | \`${expect}\` | ${aside.join(', ')} |`;
};

const table = (family: string): string =>
  [
    `## ${family}`,
    '',
    '| fault | where | why it matters | says | |',
    '| --- | --- | --- | --- | --- |',
    ...listed.filter((one) => one.family === family).map(row),
    '',
  ].join('\n');

/** `docs/faults.md`. */
export const page = (): string =>
  [intro, ...[...new Set(listed.map(({ family }) => family))].map(table)].join('\n');

import type { House } from '../house/index.js';
import { under } from '../seed/addresses.js';

const columns = (rows: readonly (readonly [string, string, string])[]): string => {
  const widths = [0, 1].map((at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows
    .map(([a, b, c]) => `  ${a.padEnd(widths[0] ?? 0)}  ${b.padEnd(widths[1] ?? 0)}  ${c}`)
    .join('\n');
};

/** A browser that does not trust the authority warns before every page, and keeps the chat from loading. */
const trusted = ({ tls }: House): string =>
  tls
    ? `
How a browser trusts it
  npm run https -- trust        adds the authority of this machine, which can name *.localhost and nothing else
  npm run https -- untrust      takes it out again; its certificate is ${tls.authority}
`
    : '';

/** Where the API's processes listen themselves, where there are several. */
function processes(house: House): string {
  const apis = house.apis();
  if (apis.length === 1) return '';
  const rows = apis.map(({ name, url, pid }) => [name, url, `pid ${pid}`] as const);
  return `
Who answers for the API, by turns
${columns(rows)}
  Stop one with kill and its pid: its clients go to another, nothing is lost, and it is started again.
`;
}

/** What runs where, who to sign in as, what to try first. */
export function table(house: House, tookMs: number): string {
  const { addresses, logDir } = house;
  const where = columns([
    ['Lobby', `${addresses.brandSite}/lobby`, 'start here'],
    [
      'Larkspur Mobile',
      under(addresses.brandSite, 'larkspur.localhost'),
      'a carrier, with the chat on every page',
    ],
    [
      'Juniper Bank',
      under(addresses.brandSite, 'juniper.localhost'),
      'another brand, which sees nothing of the first',
    ],
    ['Workspace', addresses.workspace, 'where agents answer'],
    ['API', `${addresses.api}/docs`, 'its reference'],
    ['Stand-in', addresses.idp, 'for Google, and for a brand’s own server'],
  ]);
  const who = columns([
    ['Ada Osei', 'customer of Larkspur', 'by Google or by Larkspur ID, without a password'],
    ['Noor', 'agent of Larkspur', 'noor@larkspur.example'],
    ['Ravi', 'developer of Larkspur', 'ravi@larkspur.example'],
    ['Mei', 'agent of Juniper', 'mei@juniper.example'],
  ]);
  return `
What runs where
${where}

Who to sign in as
${who}

What to try first
  Open the lobby and press “Open both as Ada”. Write as Ada; see in the workspace what is verified and what is not.
${trusted(house)}${processes(house)}
Logs lie in ${logDir}. Ctrl-C stops everything.
all ready in ${(tookMs / 1000).toFixed(1)} s`;
}

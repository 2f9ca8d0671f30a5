import { openDatabase } from '../sessions/database.js';
import { startApi, startBareChat } from '../sessions/services.js';
import { makeSigningKey } from '../verify/signing.js';
import { bareSocketIo, type Contender, ejabberdOf, ours } from './contenders.js';
import { contest, type Pace, type Row } from './contest.js';
import { Driver } from './driver.js';
import { Ejabberd, findEjabberd } from './ejabberd.js';
import { Ledger } from './ledger.js';
import { Running } from './running.js';

export type MessagesAmounts = Pace & { readonly conversations: readonly number[] };
export type MessagesResult = {
  readonly rows: readonly Row[];
  /** Why a rival is not among them. */
  readonly absent?: string;
};

/** Messages from customers to agents: what is carried, and how long it takes. */
export async function messages(
  { conversations, ...pace }: MessagesAmounts,
  told: (row: Row) => void,
): Promise<MessagesResult> {
  const running = new Running();
  try {
    const key = await makeSigningKey('RS256');
    const database = running.keep(await openDatabase());
    const ledger = await Ledger.open(database.admin);
    running.keep({ stop: () => ledger.close() });
    const api = running.keep(await startApi(database.url));
    const bare = running.keep(await startBareChat(database.url));
    const contenders: Contender[] = [bareSocketIo(bare), ours({ service: api, key, admin: ledger.client })];
    const found = findEjabberd();
    if ('version' in found)
      contenders.push(ejabberdOf(running.keep(await Ejabberd.start(found, database.admin))));
    const driver = running.keep(await Driver.start());
    const rows: Row[] = [];
    for (const count of conversations) {
      const row = await contest({ driver, ledger }, contenders, count, pace);
      told(row);
      rows.push(row);
    }
    return { rows, ...('absent' in found ? found : {}) };
  } finally {
    await running.stop();
  }
}

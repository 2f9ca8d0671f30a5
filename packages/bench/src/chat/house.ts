import { BRAND, makeBrand } from '../sessions/brand.js';
import { openDatabase, type Wishes } from '../sessions/database.js';
import { type Service, startApi } from '../sessions/services.js';
import { makeSigningKey } from '../verify/signing.js';
import { seatsAt } from './contenders.js';
import type { Driver } from './driver.js';
import { fill } from './fill.js';
import { Ledger } from './ledger.js';
import type { Running } from './running.js';
import type { OurSeats } from './wire.js';

/** A service with a database of its own, one agent, and one conversation that is said something in. */
export type House = {
  readonly name: string;
  readonly api: Service;
  readonly ledger: Ledger;
  readonly brand: string;
  readonly conversation: string;
  readonly seats: OurSeats;
  /** One more consumer of the same brand, with an agent of their own. */
  more(): Promise<OurSeats>;
};

/** More than a page of history. */
const SAID = 250;
const TURN_MS = 1_000;

async function only<Row extends object>(ledger: Ledger, text: string): Promise<Row> {
  const { rows } = await ledger.client.query<Row>(text);
  const [row] = rows;
  if (!row) throw new Error(`Nothing answers ${text}`);
  return row;
}

/** Opened, talked in for more than a page, and then filled with so many other messages. */
export async function openHouse(
  running: Running,
  driver: Driver,
  messages: number,
  wishes: Wishes,
): Promise<House> {
  const name = `${messages} messages`;
  const database = running.keep(await openDatabase(wishes));
  const ledger = await Ledger.open(database.admin);
  running.keep({ stop: () => ledger.close() });
  const api = running.keep(await startApi(database.url));
  const ours = { service: api, key: await makeSigningKey('RS256'), admin: ledger.client };
  await makeBrand(api.url, ours.key);
  const more = () => seatsAt(ours, BRAND, 1);
  const seats = await more();
  await driver.open(name, [seats]);
  for (let said = 0; said < SAID; ) said += (await driver.run(name, TURN_MS)).messages;
  const { id, brand } = await only<{ id: string; brand: string }>(
    ledger,
    'SELECT id, brand_id AS brand FROM conversations LIMIT 1',
  );
  await fill(ledger.client, brand, messages);
  return { name, api, ledger, brand, conversation: id, seats, more };
}

/** What the agent's workspace asks over HTTP. */
export async function askedBy({ api, seats }: House, path: string): Promise<unknown> {
  const headers = { cookie: seats.cookie, origin: seats.workspace };
  const response = await fetch(`${api.url}/v1/agent/conversations${path}`, { headers });
  if (!response.ok) throw new Error(`${response.status} ${path}: ${await response.text()}`);
  return response.json();
}

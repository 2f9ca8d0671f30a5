import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Consumer } from '../house/consumer.js';
import { type House, openHouse } from '../house/house.js';
import { implicit, type Larkspur, makeLarkspur } from '../house/larkspur.js';
import { whole } from './report.js';

const SOCKETS = whole ? 10_000 : 300;
const OF_ADDRESS = whole ? 1_000 : 100;

let house: House;
let larkspur: Larkspur;

beforeAll(async () => {
  house = await openHouse({ TRUSTED_PROXIES: '1', UNKNOWN_SOCKETS_PER_ADDRESS: `${OF_ADDRESS}` });
  larkspur = await makeLarkspur(house, [implicit('site')]);
});
afterAll(() => house.close());

type Knocked = { readonly isOpen: boolean; readonly closed: Promise<unknown> };

/** Comes from an address, and says nothing more. */
async function knock(address: string): Promise<Knocked> {
  const url = `${house.url.replace(/^http/, 'ws')}/socket.io/?EIO=4&transport=websocket`;
  const headers = { 'x-forwarded-for': address };
  // Node's own takes headers, which a browser's does not.
  const socket = new WebSocket(url, { headers } as unknown as string[]);
  const closed = once(socket, 'close');
  const isOpen = await Promise.race([
    once(socket, 'open').then(() => true),
    once(socket, 'error').then(() => false),
  ]);
  return { isOpen, closed };
}

test('of the sockets that come without saying who they are an address holds so many, and each is closed in a moment', async () => {
  const consumer = await Consumer.anonymous(house, larkspur);
  const { conversation } = await consumer.say('Before they come');
  const knocked: Knocked[] = [];
  // Each is still there when the next comes: they are opened faster than they are closed.
  for (let come = 0; come < SOCKETS; come += 50)
    knocked.push(...(await Promise.all(Array.from({ length: 50 }, () => knock('203.0.113.7')))));
  const open = knocked.filter(({ isOpen }) => isOpen);
  expect(open.length).toBeGreaterThanOrEqual(OF_ADDRESS);
  if (!whole) expect(open).toHaveLength(OF_ADDRESS);
  expect((await knock('203.0.113.8')).isOpen).toBe(true);

  const { text } = await consumer.say('While they are there', conversation);
  expect(text).toBe('While they are there');
  const other = await Consumer.anonymous(house, larkspur);
  expect((await other.say('And I came meanwhile')).text).toBe('And I came meanwhile');

  await Promise.all(open.map(({ closed }) => closed));
  await expect.poll(async () => (await knock('203.0.113.7')).isOpen).toBe(true);
  expect((await consumer.say('And they are gone', conversation)).text).toBe('And they are gone');
  for (const one of [consumer, other]) one.close();
});

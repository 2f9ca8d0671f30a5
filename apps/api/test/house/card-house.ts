import { ActionServer } from './action-server.js';
import { take, watch } from './agent.js';
import { Backend } from './backend.js';
import { records } from './carded.js';
import { Consumer } from './consumer.js';
import { Desks } from './desks.js';
import { type House, openHouse } from './house.js';
import { implicit, type Larkspur, makeLarkspur } from './larkspur.js';
import type { Line } from './socket.js';

/** A brand whose backend carries out what is accepted, and two who answer for it. */
export class CardHouse {
  private version = 0;

  private constructor(
    readonly house: House,
    readonly desks: Desks,
    readonly larkspur: Larkspur,
    readonly backend: Backend,
    readonly shop: ActionServer,
    readonly mara: Line,
    readonly noor: Line,
  ) {}

  static async open(): Promise<CardHouse> {
    const [house, shop] = await Promise.all([openHouse(), ActionServer.open()]);
    const desks = await Desks.open(house);
    const made = await makeLarkspur(house, [
      implicit('site'),
      implicit('short', { assuranceMinutes: 5 }),
      implicit('fresh', { stepUp: { maxAgeSeconds: 300 }, stepUpFor: ['offer'] }),
    ]);
    const actions = { url: shop.url, secret: shop.secret };
    const larkspur = { ...made, brand: { ...made.brand, actions } };
    await desks.staff(larkspur, [
      { email: 'mara@gmail.com', name: 'Mara' },
      { email: 'noor@gmail.com', name: 'Noor' },
    ]);
    const backend = await Backend.of(house, 'larkspur');
    const [mara, noor] = await Promise.all([
      desks.line('larkspur', 'mara@gmail.com'),
      desks.line('larkspur', 'noor@gmail.com'),
    ]);
    return new CardHouse(house, desks, larkspur, backend, shop, mara, noor);
  }

  /** When somebody signed in at the provider. */
  signedIn(secondsAgo: number) {
    return { auth_time: Math.floor(this.house.now().getTime() / 1_000) - secondsAgo };
  }

  push(sub: string, facts: Record<string, unknown> = records) {
    this.version += 1;
    return this.backend.push(sub, this.version, facts);
  }

  /** A proven customer of whom the brand's server has said what there is, in a conversation of Mara's. */
  async customer(sub: string, connection = 'site', claims: Record<string, unknown> = {}) {
    const { house, larkspur, mara } = this;
    const ada = await Consumer.verified(house, larkspur, { sub, ...claims }, undefined, connection);
    const { conversation } = await ada.say('Is there anything better than what I have?');
    await this.push(sub);
    await take(mara, conversation);
    await watch(mara, conversation);
    return { ada, conversation };
  }

  reset(): void {
    this.house.resetClock();
    this.shop.reset();
  }

  async close(): Promise<void> {
    for (const line of [this.mara, this.noor]) line.close();
    await Promise.all([this.desks.close(), this.house.close(), this.shop.close()]);
  }
}

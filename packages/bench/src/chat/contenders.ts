import type { JWK } from 'jose';
import type pg from 'pg';
import { makeBrand } from '../sessions/brand.js';
import { ORIGIN } from '../sessions/consumer.js';
import { Load } from '../sessions/load.js';
import { type Batch, openOurs } from '../sessions/ours.js';
import { type Service, WORKSPACE } from '../sessions/services.js';
import type { SigningKey } from '../verify/signing.js';
import { agentOf } from './agents.js';
import type { Ejabberd } from './ejabberd.js';
import type { OurSeats, Seats } from './wire.js';

/** Conversations of one agent, and of one brand: an agent answers ten at a time, a brand has ten agents in. */
const OF_AGENT = 10;
const OF_BRAND = 100;

/** Somebody who carries messages. */
export type Contender = {
  readonly name: string;
  readonly pids: readonly number[];
  /** Everybody who comes in, for so many conversations. */
  seats(conversations: number): Promise<readonly Seats[]>;
  /** Tells its database what is in the tables by now. */
  settle?(): Promise<unknown>;
};

/** So many in portions of a size, the last one smaller. */
export const portions = (count: number, size: number): number[] =>
  Array.from({ length: Math.ceil(count / size) }, (_, at) => Math.min(size, count - at * size));

/** What each comes in with. */
export const guestsOf = (opened: Batch['opened']): OurSeats['consumers'] =>
  opened.map(({ consumer, view }) => ({
    token: view.token,
    key: consumer.privateKey.export({ format: 'jwk' }) as JWK,
  }));

export type OurHouse = {
  readonly service: Service;
  /** Where agents come in: the same process, or another. */
  readonly other?: Service;
  readonly key: SigningKey;
  readonly admin: pg.Client;
};

/** Proven consumers of a brand, and the agent they talk to. */
export async function seatsAt(
  { service, other = service, key, admin }: OurHouse,
  slug: string,
  consumers: number,
): Promise<OurSeats> {
  const load = new Load(service.url, OF_AGENT);
  const { opened } = await openOurs(load, service.url, key, consumers, slug);
  await load.close();
  return {
    kind: 'ours',
    url: service.url,
    agentUrl: other.url,
    cookie: `cs-agent=${await agentOf(admin, slug)}`,
    origin: ORIGIN,
    workspace: WORKSPACE,
    consumers: guestsOf(opened),
  };
}

export function ours(house: OurHouse, name = 'Countersign'): Contender {
  const { service, other = service, key } = house;
  let brands = 0;
  return {
    name,
    pids: [...new Set([service.pid, other.pid])],
    settle: () => house.admin.query('ANALYZE'),
    async seats(conversations) {
      const made: Seats[] = [];
      for (const brand of portions(conversations, OF_BRAND)) {
        const slug = `brand-${++brands}-of-${service.pid}`;
        await makeBrand(service.url, key, slug);
        for (const consumers of portions(brand, OF_AGENT)) made.push(await seatsAt(house, slug, consumers));
      }
      return made;
    },
  };
}

export const bareSocketIo = (service: Service): Contender => ({
  name: 'bare socket.io, one INSERT each',
  pids: [service.pid],
  seats: async (conversations) => {
    let rooms = 0;
    return portions(conversations, OF_AGENT).map((size) => ({
      kind: 'bare',
      url: service.url,
      rooms: Array.from({ length: size }, () => `room-${conversations}-${++rooms}`),
    }));
  },
});

export const ejabberdOf = (server: Ejabberd): Contender => ({
  name: `ejabberd ${server.version}, mod_mam`,
  pids: [server.pid],
  settle: () => server.settle(),
  seats: async (conversations) => {
    const made: Seats[] = [];
    for (const size of portions(conversations, OF_AGENT)) made.push(await server.seats(size));
    return made;
  },
});

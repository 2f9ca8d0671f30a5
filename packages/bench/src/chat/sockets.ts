import { type Point, slopeOf } from '../measure/statistics.js';
import { makeBrand } from '../sessions/brand.js';
import { ORIGIN } from '../sessions/consumer.js';
import { openDatabase } from '../sessions/database.js';
import { Load } from '../sessions/load.js';
import { openOurs } from '../sessions/ours.js';
import { type Service, startApi, startBareChat, WORKSPACE } from '../sessions/services.js';
import { makeSigningKey, type SigningKey } from '../verify/signing.js';
import { guestsOf } from './contenders.js';
import { Driver } from './driver.js';
import { Running } from './running.js';
import type { Seats } from './wire.js';

export type SocketsAmounts = { readonly checkpoints: number; readonly each: number };
export type Crowd = {
  readonly name: string;
  readonly checkpoints: readonly { readonly sockets: number; readonly bytes: number }[];
  readonly bytesEach: number;
};
export type SocketsResult = {
  /** Open files of one process, as the system allows them. */
  readonly openFiles: string;
  readonly crowds: readonly Crowd[];
  readonly ratio: number;
};

/** Of a bare socket. */
export const MOST_RATIO = 1.3;
/** All that ten thousand idle consumers may take, the service with them. */
export const MOST_BYTES = 2 ** 30;

const BRAND = 'crowd';
const AT_ONCE = 10;

type Host = { readonly name: string; readonly service: Service; seats(count: number): Promise<Seats> };

function bareHost(service: Service): Host {
  let rooms = 0;
  return {
    name: 'bare socket.io',
    service,
    seats: async (count) => ({
      kind: 'bare',
      url: service.url,
      rooms: Array.from({ length: count }, () => `room-${++rooms}`),
    }),
  };
}

/** Consumers who are proven, each with a key and a session of their own, opened over HTTP. */
function ourHost(service: Service, key: SigningKey): Host {
  return {
    name: 'Countersign',
    service,
    async seats(count) {
      const load = new Load(service.url, AT_ONCE);
      const { opened } = await openOurs(load, service.url, key, count, BRAND);
      await load.close();
      const { url } = service;
      const consumers = guestsOf(opened);
      return {
        kind: 'ours',
        url,
        agentUrl: url,
        cookie: '',
        origin: ORIGIN,
        workspace: WORKSPACE,
        consumers,
      };
    },
  };
}

async function crowd(driver: Driver, host: Host, { checkpoints, each }: SocketsAmounts): Promise<Crowd> {
  const read = async (sockets: number) => ({ sockets, bytes: await host.service.memory() });
  const measured = [];
  for (let at = 1; at <= checkpoints; at++) {
    await driver.hold(host.name, await host.seats(each));
    measured.push(await read(at * each));
  }
  await driver.close(host.name);
  const points: Point[] = measured.map(({ sockets, bytes }) => ({ x: sockets, y: bytes }));
  return { name: host.name, checkpoints: measured, bytesEach: slopeOf(points) };
}

function openFiles(): string {
  const report = process.report.getReport() as { userLimits?: { open_files?: { soft?: string | number } } };
  return String(report.userLimits?.open_files?.soft ?? 'unknown');
}

/** Sockets that are open and say nothing; whoever holds their other ends is a process of its own. */
export async function sockets(amounts: SocketsAmounts): Promise<SocketsResult> {
  const running = new Running();
  try {
    const key = await makeSigningKey('RS256');
    const database = running.keep(await openDatabase());
    const api = running.keep(await startApi(database.url, { tellsMemory: true }));
    const bare = running.keep(await startBareChat(database.url, { tellsMemory: true }));
    await makeBrand(api.url, key, BRAND);
    const driver = running.keep(await Driver.start());
    const floor = await crowd(driver, bareHost(bare), amounts);
    const carried = await crowd(driver, ourHost(api, key), amounts);
    return {
      openFiles: openFiles(),
      crowds: [floor, carried],
      ratio: carried.bytesEach / floor.bytesEach,
    };
  } finally {
    await running.stop();
  }
}

import { type Adapter, type AdapterFactory, type AdapterPayload, errors } from 'oidc-provider';
import { metadataOf } from '../clients/index.js';
import type { Clock } from '../clock/index.js';
import type { Ended, World } from '../world/index.js';
import { toldTypes } from './asked.js';

/** `ahead`: how far the clock was ahead of the machine's time, which oidc-provider writes. */
type Entry = { readonly payload: AdapterPayload; readonly until: number; readonly ahead: number };

/** What oidc-provider writes down in seconds. */
const times = ['iat', 'exp', 'iiat', 'nbf', 'loginTs', 'authTime'] as const;

function moved(payload: AdapterPayload, seconds: number): AdapterPayload {
  const copy: AdapterPayload = { ...payload };
  for (const name of times) {
    const value = copy[name];
    if (typeof value === 'number') copy[name] = value + seconds;
  }
  return copy;
}

/** Enough for a long run of tests; the oldest go first. */
const capacity = 2_000;

/**
 * What oidc-provider remembers of one kind, in memory. It lives in the machine's time and knows no other; its memory
 * lives in the clock's, so that what it finds is as old as the clock says.
 */
class Shelf implements Adapter {
  readonly #entries = new Map<string, Entry>();
  /** Sessions are also known by a name that outlives their id. */
  readonly #uids = new Map<string, string>();

  readonly clock: Clock;

  constructor({ clock, endings }: Pick<World, 'clock' | 'endings'>) {
    this.clock = clock;
    endings.listen((ended) => this.#forgetAllOf(ended));
  }

  async upsert(id: string, payload: AdapterPayload, expiresIn?: number): Promise<void> {
    this.#entries.delete(id);
    const { seconds, ahead } = this.clock;
    this.#entries.set(id, { payload, until: expiresIn ? seconds + expiresIn : Infinity, ahead });
    if (typeof payload.uid === 'string') this.#uids.set(payload.uid, id);
    if (this.#entries.size > capacity) this.#forgetOldest();
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    const entry = this.#entries.get(id);
    if (!entry) return undefined;
    if (entry.until <= this.clock.seconds) {
      this.#forget(id);
      return undefined;
    }
    const since = entry.ahead - this.clock.ahead;
    return since === 0 ? entry.payload : moved(entry.payload, since);
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.find(this.#uids.get(uid) ?? '');
  }

  /** Only the device flow asks. */
  async findByUserCode(): Promise<undefined> {
    return undefined;
  }

  /** Of two requests that found the same code unspent, one wins. */
  async consume(id: string): Promise<void> {
    const entry = this.#entries.get(id);
    if (!entry || entry.payload.consumed) throw new errors.InvalidGrant('already consumed');
    entry.payload.consumed = Math.floor(Date.now() / 1000);
  }

  async destroy(id: string): Promise<void> {
    this.#forget(id);
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    for (const [id, { payload }] of this.#entries) if (payload.grantId === grantId) this.#entries.delete(id);
  }

  /** Codes, tokens, grants and sessions of somebody who is gone. */
  #forgetAllOf(ended: Ended): void {
    for (const [id, { payload }] of this.#entries) {
      const { accountId, clientId } = payload;
      if ('subject' in ended ? accountId === ended.subject : clientId === ended.clientId) this.#forget(id);
    }
  }

  #forgetOldest(): void {
    const [oldest] = this.#entries.keys();
    if (oldest !== undefined) this.#forget(oldest);
  }

  #forget(id: string): void {
    const uid = this.#entries.get(id)?.payload.uid;
    if (typeof uid === 'string' && this.#uids.get(uid) === id) this.#uids.delete(uid);
    this.#entries.delete(id);
  }
}

type Known = Pick<World, 'key' | 'profile' | 'clients' | 'clock' | 'endings'>;

/** Clients come from our own store, so that they can be added while the issuer runs. */
class ClientShelf extends Shelf {
  constructor(readonly world: Known) {
    super(world);
  }

  override async find(id: string): Promise<AdapterPayload | undefined> {
    const { clients, key, profile } = this.world;
    const client = clients.find(key, id);
    return client && metadataOf(client, toldTypes(profile));
  }
}

export const adapterFor =
  (world: Known): AdapterFactory =>
  (kind) =>
    kind === 'Client' ? new ClientShelf(world) : new Shelf(world);

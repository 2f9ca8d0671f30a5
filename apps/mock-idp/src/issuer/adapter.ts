import { type Adapter, type AdapterFactory, type AdapterPayload, errors } from 'oidc-provider';
import { type Clients, metadataOf } from '../clients/index.js';

type Entry = { readonly payload: AdapterPayload; readonly until: number };

/** Enough for a long run of tests; the oldest go first. */
const capacity = 20_000;

/** What oidc-provider remembers of one kind, in memory. */
class Shelf implements Adapter {
  readonly #entries = new Map<string, Entry>();

  async upsert(id: string, payload: AdapterPayload, expiresIn?: number): Promise<void> {
    this.#entries.delete(id);
    this.#entries.set(id, { payload, until: expiresIn ? Date.now() + expiresIn * 1000 : Infinity });
    if (this.#entries.size > capacity) this.#forgetOldest();
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    const entry = this.#entries.get(id);
    if (!entry) return undefined;
    if (entry.until > Date.now()) return entry.payload;
    this.#entries.delete(id);
    return undefined;
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.#first((payload) => payload.uid === uid);
  }

  async findByUserCode(userCode: string): Promise<AdapterPayload | undefined> {
    return this.#first((payload) => payload.userCode === userCode);
  }

  /** Of two requests that found the same code unspent, one wins. */
  async consume(id: string): Promise<void> {
    const entry = this.#entries.get(id);
    if (!entry || entry.payload.consumed) throw new errors.InvalidGrant('already consumed');
    entry.payload.consumed = Math.floor(Date.now() / 1000);
  }

  async destroy(id: string): Promise<void> {
    this.#entries.delete(id);
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    for (const [id, { payload }] of this.#entries) if (payload.grantId === grantId) this.#entries.delete(id);
  }

  #first(matches: (payload: AdapterPayload) => boolean): AdapterPayload | undefined {
    const now = Date.now();
    for (const { payload, until } of this.#entries.values())
      if (until > now && matches(payload)) return payload;
    return undefined;
  }

  #forgetOldest(): void {
    const [oldest] = this.#entries.keys();
    if (oldest !== undefined) this.#entries.delete(oldest);
  }
}

/** Clients come from our own store, so that they can be added while the issuer runs. */
class ClientShelf extends Shelf {
  constructor(
    readonly issuer: string,
    readonly clients: Clients,
  ) {
    super();
  }

  override async find(id: string): Promise<AdapterPayload | undefined> {
    const client = this.clients.find(this.issuer, id);
    return client && metadataOf(client);
  }
}

export const adapterFor =
  (issuer: string, clients: Clients): AdapterFactory =>
  (kind) =>
    kind === 'Client' ? new ClientShelf(issuer, clients) : new Shelf();

import { type Adapter, type AdapterFactory, type AdapterPayload, errors } from 'oidc-provider';
import { type Clients, metadataOf } from '../clients/index.js';

type Entry = { readonly payload: AdapterPayload; readonly until: number };

/** Enough for a long run of tests; the oldest go first. */
const capacity = 20_000;

/** What oidc-provider remembers of one kind, in memory. */
class Shelf implements Adapter {
  readonly #entries = new Map<string, Entry>();
  /** Sessions are also known by a name that outlives their id. */
  readonly #uids = new Map<string, string>();

  async upsert(id: string, payload: AdapterPayload, expiresIn?: number): Promise<void> {
    this.#entries.delete(id);
    this.#entries.set(id, { payload, until: expiresIn ? Date.now() + expiresIn * 1000 : Infinity });
    if (typeof payload.uid === 'string') this.#uids.set(payload.uid, id);
    if (this.#entries.size > capacity) this.#forgetOldest();
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    const entry = this.#entries.get(id);
    if (!entry) return undefined;
    if (entry.until > Date.now()) return entry.payload;
    this.#forget(id);
    return undefined;
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

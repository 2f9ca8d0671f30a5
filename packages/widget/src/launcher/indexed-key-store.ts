import { type KeyStore, keyOfPair, makePair, type ProofKey } from '@countersign/chat-client/identity';

const DATABASE = 'countersign';
const STORE = 'keys';

const done = <Value>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const written = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () => reject(transaction.error));
  });

async function store(mode: IDBTransactionMode): Promise<IDBObjectStore> {
  const open = indexedDB.open(DATABASE, 1);
  open.onupgradeneeded = () => open.result.createObjectStore(STORE);
  const database = await done(open);
  const transaction = database.transaction(STORE, mode);
  transaction.oncomplete = transaction.onabort = () => database.close();
  return transaction.objectStore(STORE);
}

/**
 * The key lives in IndexedDB of the page's origin, so that tabs share it and a reload finds it. The browser stores a
 * non-extractable key without ever showing it. The first key of a brand stays: two tabs may make one at once.
 */
export class IndexedKeyStore implements KeyStore {
  async load(brand: string): Promise<ProofKey | undefined> {
    const keys = await store('readonly');
    const pair = (await done(keys.get(brand))) as CryptoKeyPair | undefined;
    return pair && keyOfPair(pair);
  }

  async make(brand: string): Promise<ProofKey> {
    const pair = await makePair();
    const keep = async () => done((await store('readwrite')).add(pair, brand));
    await keep().catch(() => undefined);
    // Nothing kept, by setting or policy: it lives as long as the page.
    return (await this.load(brand).catch(() => undefined)) ?? keyOfPair(pair);
  }

  /** Done when it is written: a page that is left before that takes it back. */
  async remove(brand: string): Promise<void> {
    const keys = await store('readwrite');
    keys.delete(brand);
    await written(keys.transaction);
  }
}

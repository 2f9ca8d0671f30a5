const STORES = ['keys', 'drafts'] as const;
type Store = (typeof STORES)[number];

const answered = <Value>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

let opened: Promise<IDBDatabase> | undefined;

function database(): Promise<IDBDatabase> {
  const request = indexedDB.open('larkspur-app', 1);
  request.onupgradeneeded = () => {
    for (const store of STORES) request.result.createObjectStore(store);
  };
  return answered(request);
}

async function store(name: Store, mode: IDBTransactionMode): Promise<IDBObjectStore> {
  opened ??= database();
  return (await opened).transaction(name, mode).objectStore(name);
}

/** What the app keeps in a browser: IndexedDB of its own origin. */
export const kept = {
  get: async (name: Store, key: string): Promise<unknown> =>
    answered((await store(name, 'readonly')).get(key)),
  put: async (name: Store, key: string, value: unknown): Promise<unknown> =>
    answered((await store(name, 'readwrite')).put(value, key)),
  delete: async (name: Store, key: string): Promise<unknown> =>
    answered((await store(name, 'readwrite')).delete(key)),
};

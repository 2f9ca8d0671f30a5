import type { Namespace } from './namespace.js';

const named = /^\/t\/([a-z0-9][a-z0-9_-]{0,62})(?=\/|$)/;

/** How a namespace may be called, in words. */
export const namespaceNames = '1 to 63 of a-z, 0-9, dash and underscore, beginning with a letter or digit';

/** Makes one; with a former one it takes its place. */
export type MakeNamespace = (name: string, former?: Namespace) => Namespace;

type Used = { readonly namespace: Namespace; readonly lastUse: Date };

/**
 * The namespace at the root, and those under `/t/`, each made when it is first asked for. Of more than there is room for,
 * the one that was idle longest goes.
 */
export class Namespaces {
  #root: Namespace;
  readonly #named = new Map<string, Used>();

  constructor(
    root: Namespace,
    readonly make: MakeNamespace,
    readonly capacity: number,
  ) {
    this.#root = root;
  }

  get root(): Namespace {
    return this.#root;
  }

  /** The names in the order of their last use, and when that was. */
  list(): readonly { readonly name: string; readonly lastUse: Date }[] {
    return [...this.#named].map(([name, { lastUse }]) => ({ name, lastUse }));
  }

  /** The one a path lies in; `undefined`: it names one as none may be called. */
  of(path: string): Namespace | undefined {
    if (!path.startsWith('/t/')) return this.root;
    const name = named.exec(path)?.[1];
    return name === undefined ? undefined : this.open(name);
  }

  open(name: string): Namespace {
    const namespace = this.#named.get(name)?.namespace ?? this.make(name);
    this.#use(namespace);
    const [idle] = this.#named.keys();
    if (this.#named.size > this.capacity && idle !== undefined) this.remove(idle);
    return namespace;
  }

  remove(name: string): boolean {
    this.#named.get(name)?.namespace.leave();
    return this.#named.delete(name);
  }

  /** Back to its seed: another takes its place, and whatever ran in the former one has ended. */
  reset(namespace: Namespace): Namespace {
    const fresh = this.make(namespace.name, namespace);
    namespace.leave();
    if (namespace.name === '') this.#root = fresh;
    else this.#use(fresh);
    return fresh;
  }

  close(): void {
    this.root.leave();
    for (const { namespace } of this.#named.values()) namespace.leave();
    this.#named.clear();
  }

  /** The last in the map was used last. */
  #use(namespace: Namespace): void {
    this.#named.delete(namespace.name);
    this.#named.set(namespace.name, { namespace, lastUse: new Date() });
  }
}

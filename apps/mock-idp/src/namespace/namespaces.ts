import type { Namespace } from './namespace.js';

const named = /^\/t\/([a-z0-9][a-z0-9_-]{0,62})(?=\/|$)/;

/**
 * The namespace at the root, and those under `/t/`, each made when it is first asked for. Of more than there is room for,
 * the one that was idle longest goes.
 */
export class Namespaces {
  readonly #named = new Map<string, Namespace>();

  constructor(
    readonly root: Namespace,
    readonly make: (name: string) => Namespace,
    readonly capacity: number,
  ) {}

  names(): readonly string[] {
    return [...this.#named.keys()];
  }

  /** The one a path lies in. */
  of(path: string): Namespace {
    const name = named.exec(path)?.[1];
    return name === undefined ? this.root : this.open(name);
  }

  /** A namespace that is there already. */
  known(name: string): Namespace | undefined {
    return this.#named.get(name);
  }

  open(name: string): Namespace {
    const namespace = this.#named.get(name) ?? this.make(name);
    // The last in the map was used last.
    this.#named.delete(name);
    this.#named.set(name, namespace);
    const [idle] = this.#named.keys();
    if (this.#named.size > this.capacity && idle !== undefined) this.#named.delete(idle);
    return namespace;
  }

  remove(name: string): boolean {
    return this.#named.delete(name);
  }
}

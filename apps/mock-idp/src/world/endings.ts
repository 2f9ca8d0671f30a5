/** Who is gone: a person by the subject, or a client. */
export type Ended = { readonly subject: string } | { readonly clientId: string };

/** Tells everything that remembers people and clients when one of them is gone. */
export class Endings {
  readonly #listeners: ((ended: Ended) => void)[] = [];

  listen(listener: (ended: Ended) => void): void {
    this.#listeners.push(listener);
  }

  tell(ended: Ended): void {
    for (const listener of this.#listeners) listener(ended);
  }
}

/** Somebody signed in at one client: what `sid` names. */
export type Session = {
  readonly sid: string;
  readonly clientId: string;
  readonly subject: string;
  /** Unknown where a backend asked for the code. */
  readonly browser: string | undefined;
};

const capacity = 2_000;

/** Who is signed in where, at one issuer; the oldest are forgotten first. */
export class Sessions {
  readonly #sessions = new Map<string, Session>();

  put(session: Session): void {
    this.#sessions.set(session.sid, session);
    const [oldest] = this.#sessions.keys();
    if (this.#sessions.size > capacity && oldest !== undefined) this.#sessions.delete(oldest);
  }

  of(sid: string | undefined): Session | undefined {
    return sid === undefined ? undefined : this.#sessions.get(sid);
  }

  /** Ends those that are meant, and says which they were. */
  end(meant: (session: Session) => boolean): readonly Session[] {
    const ended = [...this.#sessions.values()].filter(meant);
    for (const { sid } of ended) this.#sessions.delete(sid);
    return ended;
  }
}

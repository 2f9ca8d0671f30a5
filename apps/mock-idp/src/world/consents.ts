/** What people have agreed to share, per project: its clients need not ask twice. */
export class Consents {
  readonly #given = new Map<string, Set<string>>();

  give(subject: string, project: string, scopes: readonly string[]): void {
    const key = `${subject} ${project}`;
    this.#given.set(key, new Set([...(this.#given.get(key) ?? []), ...scopes]));
  }

  take(subject: string, project: string): void {
    this.#given.delete(`${subject} ${project}`);
  }

  of(subject: string, project: string): ReadonlySet<string> {
    return this.#given.get(`${subject} ${project}`) ?? new Set();
  }
}

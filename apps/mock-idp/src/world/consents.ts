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
  /** What this person agreed to, or what anybody agreed to for this project. */
  forget(gone: { readonly subject: string } | { readonly project: string }): void {
    for (const key of this.#given.keys()) {
      // A subject has no space in it.
      const [subject = ''] = key.split(' ', 1);
      const isGone =
        'subject' in gone ? subject === gone.subject : key.slice(subject.length + 1) === gone.project;
      if (isGone) this.#given.delete(key);
    }
  }
}

import type { Identity, IdentityFunction } from './liveperson.js';

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** All three members, and the one level LivePerson knows. */
const isIdentity = (given: Identity | null | undefined): given is Identity =>
  isText(given?.iss) && isText(given.sub) && given.acr === 'loa1';

/**
 * Whom the page names: the first of its functions that answers somebody. Null: all have answered, and nobody is
 * signed in. The same functions, asked again, may say otherwise; what they answer late to an earlier question is
 * not heard.
 */
export class Naming {
  private turn = 0;

  constructor(private readonly tell: (subject: string | null) => void) {}

  ask(functions: readonly IdentityFunction[]): void {
    this.turn += 1;
    const { turn } = this;
    const open = new Set(functions);
    const hear = (one: IdentityFunction, identity?: Identity | null) => {
      if (turn !== this.turn || !open.delete(one)) return;
      const named = isIdentity(identity);
      if (!named && open.size > 0) return;
      this.turn += 1;
      this.tell(named ? identity.sub : null);
    };
    if (open.size === 0) this.tell(null);
    for (const one of functions)
      try {
        one((identity) => hear(one, identity));
      } catch {
        hear(one);
      }
  }
}

/** What one tab tells the others. Never a token: they have the key, and ask the service themselves. */
export type News =
  /** The person left: everything of theirs goes, at once. */
  | { readonly kind: 'left' }
  /** A session was opened by the key that all tabs share. `named`: whom that page named. */
  | {
      readonly kind: 'opened';
      readonly session: string;
      readonly speaker: string;
      readonly named: string | null;
    };

/** Whatever a script of the page's origin may post: the worst it can do is to end or to ask. */
export function newsOf(data: unknown): News | undefined {
  const { kind, session, speaker, named } = (data ?? {}) as Record<string, unknown>;
  if (kind === 'left') return { kind };
  if (kind !== 'opened' || typeof session !== 'string' || typeof speaker !== 'string') return undefined;
  return { kind, session, speaker, named: typeof named === 'string' ? named : null };
}

/** Which request a grant came of: what is aimed at one login finds it by this. */
export type Login = {
  readonly clientId: string;
  readonly subject: string;
  readonly state: string | undefined;
  /** As the request said it. */
  readonly loginHint: string | undefined;
  /** Whether it asked for access while the person is away. */
  readonly offline: boolean;
  /** Whether the person was asked to agree. */
  readonly consentShown: boolean;
  /** The session that came of it, as the client knows it. */
  readonly sid?: string | undefined;
};

const capacity = 2_000;

/** The logins of one issuer, by the grant that oidc-provider made for each; the oldest are forgotten first. */
export class Logins {
  readonly #logins = new Map<string, Login>();

  put(grantId: string, login: Login): void {
    this.#logins.set(grantId, login);
    const [oldest] = this.#logins.keys();
    if (this.#logins.size > capacity && oldest !== undefined) this.#logins.delete(oldest);
  }

  of(grantId: string | undefined): Login | undefined {
    return grantId === undefined ? undefined : this.#logins.get(grantId);
  }

  /** The grants a person gave to any of these clients. */
  grantsOf(subject: string, clientIds: ReadonlySet<string>): readonly string[] {
    return [...this.#logins]
      .filter(([, login]) => login.subject === subject && clientIds.has(login.clientId))
      .map(([grantId]) => grantId);
  }
}

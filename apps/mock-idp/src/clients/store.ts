import type { Client, ReadClientInput } from './client.js';

/** A member that makes no sense at the issuer, and what would. */
export type ClientRefusal = { readonly member: string; readonly expected: string };

/** The issuer has no such clients. */
export class ClientRefused extends Error {
  override readonly name = 'ClientRefused';

  constructor(readonly refusal: ClientRefusal) {
    super(`${refusal.member}: ${refusal.expected}`);
  }
}

/** What an issuer decides about a new client. */
export type ClientDefaults = {
  newId(): string;
  newSecret(): string;
  readonly consent: Client['consent'];
  judge?(client: Client): ClientRefusal | undefined;
};

/** The clients of every issuer, in memory. A client id belongs to one issuer. */
export class Clients {
  readonly #clients = new Map<string, Client>();

  constructor(readonly defaults: ReadonlyMap<string, ClientDefaults>) {}

  all(): readonly Client[] {
    return [...this.#clients.values()];
  }

  find(issuer: string, clientId: string): Client | undefined {
    return this.#clients.get(`${issuer} ${clientId}`);
  }

  /** Creates, or replaces the client of this id; its secret stays unless another is given. */
  put(input: ReadClientInput): Client {
    const defaults = this.defaults.get(input.issuer);
    if (!defaults) throw new Error(`There is no issuer ${input.issuer}.`);
    const clientId = input.clientId ?? defaults.newId();
    const known = this.find(input.issuer, clientId);
    const { pkce, internalTo, idTokenEncryption, postLogoutRedirectUris, backchannelLogoutUri } = input;
    const { refreshTokens } = input;
    const client: Client = {
      issuer: input.issuer,
      clientId,
      clientSecret: input.clientSecret ?? known?.clientSecret ?? defaults.newSecret(),
      name: input.name,
      redirectUris: input.redirectUris,
      project: input.project ?? clientId,
      backend: input.backend ?? false,
      codesFor: input.codesFor ?? [],
      consent: input.consent ?? defaults.consent,
      signInByHint: input.signInByHint ?? false,
      testing: input.testing ?? false,
      ...(pkce && { pkce }),
      ...(internalTo && { internalTo }),
      ...(idTokenEncryption && { idTokenEncryption }),
      ...(postLogoutRedirectUris && { postLogoutRedirectUris }),
      ...(backchannelLogoutUri && { backchannelLogoutUri }),
      ...(refreshTokens && { refreshTokens }),
    };
    const refusal = defaults.judge?.(client);
    if (refusal) throw new ClientRefused(refusal);
    this.#clients.set(`${client.issuer} ${clientId}`, client);
    return client;
  }

  remove(issuer: string, clientId: string): boolean {
    return this.#clients.delete(`${issuer} ${clientId}`);
  }
}

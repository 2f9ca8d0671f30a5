/** A tenant. */
export type Brand = {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly accent: string;
};

/** How the agents of a brand sign in. */
export type AgentSignIn = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly hostedDomain?: string | undefined;
};

import type { WidgetLook } from '@countersign/contracts';

/** A tenant. */
export type Brand = {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly accent: string;
  readonly look: WidgetLook;
};
export type NamedBrand = Omit<Brand, 'look'>;

/** Where the brand's backend carries cards out. */
export type BrandActions = { readonly url: string; readonly secret: string };

/** How the agents of a brand sign in. */
export type AgentSignIn = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly hostedDomain?: string | undefined;
};

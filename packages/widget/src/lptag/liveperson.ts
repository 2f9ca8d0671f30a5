/** What pages written for LivePerson put on `lpTag` before, or instead of, its script. */
export type Identity = { readonly iss: string; readonly acr: string; readonly sub: string };
export type IdentityFunction = (callback: (identity?: Identity | null) => void) => void;

/** An engagement attribute. Whatever a page says: nobody believes it. */
export type Sde = { readonly type: string } & Readonly<Record<string, unknown>>;

export type NewPage = { readonly section?: string | readonly string[]; readonly sdes?: readonly Sde[] };

type Bind = { readonly appName: string; readonly eventName: string; readonly func: (data: unknown) => void };
export type Events = {
  bind(app: string | Bind, event?: string, func?: Bind['func']): void;
  trigger(
    app: string | { appName: string; eventName: string; data?: unknown },
    event?: string,
    data?: unknown,
  ): void;
  hasFired(app: string, event: string): readonly unknown[];
};

export type LpTag = {
  identities: IdentityFunction[];
  section?: string | readonly string[];
  sdes: { push(...sdes: unknown[]): unknown; send?: unknown; get?: unknown };
  events?: unknown;
  newPage?: unknown;
  [other: string]: unknown;
};

declare global {
  interface Window {
    lpTag?: Partial<LpTag>;
  }
}

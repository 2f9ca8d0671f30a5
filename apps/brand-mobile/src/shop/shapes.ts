/** What the app is told when it starts. */
export type Settings = {
  readonly apiUrl: string;
  readonly brand: string;
  readonly connections: readonly string[];
  readonly cast: readonly { readonly name: string; readonly person: string; readonly note: string }[];
};

/** The app's own session at the shop. Nothing of the chat. */
export type Pass = { readonly appToken: string; readonly subject: string; readonly name: string | null };

/** What the backend answers an attempt with. The service judges it. */
export type Proof = { readonly code: string; readonly redirectUri?: string } | { readonly idToken: string };

export type Money = { readonly amount: string; readonly currency: string };
export type Bill = {
  readonly id: string;
  readonly period: string;
  readonly amount: Money;
  readonly dueOn: string;
  readonly status: string;
};
export type Account = {
  readonly name: string | null;
  readonly accountNumber: string;
  readonly plan: { readonly name: string; readonly price: Money; readonly allowance?: string };
  readonly billing: { readonly balance: Money; readonly bills: readonly Bill[] };
};

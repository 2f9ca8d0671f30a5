import type { Act } from '@countersign/guide';

/** What is done where: in the shop's page, at the agent's desk, or by the page's own scripts. */
export type Deed =
  | { readonly at: 'shop' | 'desk'; readonly act: Act }
  /** The shop goes to a page of its own, or to its login and back. */
  | { readonly at: 'shop'; readonly goTo: string }
  /** The shop's page says something of the visitor, whatever it likes. */
  | { readonly at: 'shop'; readonly claim: Readonly<Record<string, string>> };

export type Step = {
  readonly key: string;
  readonly title: string;
  /** What is seen, and why it matters: for anybody. */
  readonly say: string;
  /** How it works: for whoever wants to know. Exact words stand between backticks. */
  readonly wire: string;
  readonly deeds: readonly Deed[];
};

export type Story = {
  readonly key: 'identity' | 'purchase' | 'billing';
  readonly title: string;
  /** In one sentence. */
  readonly about: string;
  readonly steps: readonly Step[];
};

export const shop = (act: Act): Deed => ({ at: 'shop', act });
export const desk = (act: Act): Deed => ({ at: 'desk', act });
export const goTo = (path: string): Deed => ({ at: 'shop', goTo: path });

/** Noor opens what came last of those that wait: the same words may stand there from a demo that was left half way. */
export const openNewest = (text: string): Deed =>
  desk({ kind: 'click', on: { testid: 'queue-row', text, state: 'waiting', pick: 'first' } });

/** One line of somebody, typed and sent. The composer and the button have the same names on both sides. */
export const says = (at: 'shop' | 'desk', text: string): readonly Deed[] => [
  { at, act: { kind: 'type', on: { testid: 'composer' }, text } },
  { at, act: { kind: 'click', on: { testid: 'send' } } },
  { at: at === 'shop' ? 'desk' : 'shop', act: { kind: 'point', on: { testid: 'message', text } } },
];

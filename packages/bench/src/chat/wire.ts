import type { JWK } from 'jose';

/** What an agent of ours, and each consumer, comes in with. */
export type OurSeats = {
  readonly kind: 'ours';
  readonly url: string;
  /** Where the other side connects: another process, or the same. */
  readonly agentUrl: string;
  readonly cookie: string;
  readonly origin: string;
  readonly workspace: string;
  readonly consumers: readonly { readonly token: string; readonly key: JWK }[];
};
/** A bare server asks nobody who they are. */
export type BareSeats = { readonly kind: 'bare'; readonly url: string; readonly rooms: readonly string[] };
export type XmppSeats = {
  readonly kind: 'xmpp';
  readonly url: string;
  readonly password: string;
  readonly agent: string;
  readonly consumers: readonly string[];
};

/** One agent, and those who talk to them: as many conversations as there are consumers. */
export type Seats = OurSeats | BareSeats | XmppSeats;

/** What the bench tells the driver. `table` is a name for what was opened under it. */
export type Order =
  | { readonly do: 'open'; readonly table: string; readonly seats: readonly Seats[] }
  | { readonly do: 'hold'; readonly table: string; readonly seats: Seats }
  | { readonly do: 'run'; readonly table: string; readonly ms: number; readonly perSecond?: number }
  | { readonly do: 'close'; readonly table: string };

/** Milliseconds. */
export type Delay = { readonly p50: number; readonly p99: number };

/** One run: as seen from outside, by whoever sent and whoever was to see it. */
export type Run = {
  readonly perSecond: number;
  readonly messages: number;
  /** From sending to the acknowledgement. */
  readonly acknowledged: Delay;
  /** From sending to the other side's client. */
  readonly seen: Delay;
  /** Processor time of the driver, by the time that passed. */
  readonly driver: number;
};
export type Answer = { readonly run?: Run; readonly failed?: string };

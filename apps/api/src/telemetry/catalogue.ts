/**
 * What a span, and what a figure, may say of what it is about. The list is closed on purpose: no text, no name, no subject,
 * no address and no token has a word here, so none can be put in by mistake.
 */
export type Attributes = Readonly<
  Partial<{
    /** Its id, or its slug where that is at hand. */
    brand: string;
    connection: string;
    attempt: string;
    session: string;
    conversation: string;
    number: number;
    /** Of whom a line is. */
    from: 'consumer' | 'agent' | 'system';
    flow: string;
    outcome: string;
    /** A code of `docs/errors.md`, or a reason a proof is refused for. */
    reason: string;
    assurance: string;
    /** How many lines a batch holds, or a delivery. */
    lines: number;
    /** To how many sockets of each side. */
    consumers: number;
    agents: number;
  }>
>;

export type SpanName =
  | 'proof judged'
  | 'session opened'
  | 'message received'
  | 'message stored'
  | 'batch stored'
  | 'message told'
  | 'message heard'
  | 'message delivered'
  | 'message shown';

export type Figure = { readonly help: string; readonly unit?: string; readonly buckets?: readonly number[] };

/** From a fifth of a millisecond to ten seconds. */
const SECONDS = [0.0002, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export const counters = {
  sessions_opened: { help: 'Sessions that began, by how sure the service is of the consumer' },
  proofs_refused: { help: 'Proofs that were refused, by reason' },
  messages_stored: { help: 'Lines that were stored, by whom they are of' },
  refusals: {
    help: 'Requests and events that were refused, by the code of the refusal; rate_limited among them',
  },
} as const satisfies Record<string, Figure>;

export const histograms = {
  proof_judging: { help: 'From the arrival of a proof to its verdict', unit: 'seconds', buckets: SECONDS },
  message_ack: {
    help: 'From the arrival of a message to its acknowledgement',
    unit: 'seconds',
    buckets: SECONDS,
  },
  message_delivery: {
    help: 'From the moment a message is stored to the moment it is handed to the sockets of its conversation',
    unit: 'seconds',
    buckets: SECONDS,
  },
  database_wait: {
    help: 'How long a question waited for a connection to the database',
    unit: 'seconds',
    buckets: SECONDS,
  },
  batch_lines: { help: 'How many messages are stored at once', buckets: [1, 2, 4, 8, 16, 32, 64, 128, 256] },
} as const satisfies Record<string, Figure>;

export const gauges = {
  ready: { help: 'Whether the process takes anybody in: what /health/ready says' },
  part_up: { help: 'Whether each part the service is made of is there, as /health/ready says it' },
  sockets: { help: 'Sockets that are open, by kind' },
  writer_queue: { help: 'Messages that wait to be stored' },
  database_connections: { help: 'Connections to the database, by state' },
  database_waiting: { help: 'Questions that wait for a connection to the database' },
} as const satisfies Record<string, Figure>;

export type CounterName = keyof typeof counters;
export type HistogramName = keyof typeof histograms;
export type GaugeName = keyof typeof gauges;

/** Bounded, each of them: a figure exists once per combination, for as long as the process lives. */
export type Labels = Readonly<
  Partial<{
    kind: string;
    reason: string;
    assurance: string;
    from: string;
    outcome: string;
    state: string;
    part: string;
  }>
>;
export type Reading = { readonly value: number; readonly labels?: Labels };

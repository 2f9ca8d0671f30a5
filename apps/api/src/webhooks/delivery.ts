/** An event for an endpoint, as a process has it in hand. */
export type Delivery = {
  readonly id: string;
  readonly type: string;
  readonly at: Date;
  readonly conversationId: string | null;
  readonly consumerId: string | null;
  readonly refs: Refs;
  readonly attempts: number;
  readonly replayed: boolean;
};

/** What the transaction that told it left: ids and words of ours, never text or facts. */
export type Refs = {
  readonly session?: string;
  readonly connection?: string;
  readonly agent?: string;
  readonly from?: string;
  readonly until?: string;
  readonly assurance?: string;
  readonly renewed?: boolean;
  readonly reason?: string;
  readonly source?: string;
  readonly message?: string;
  readonly line?: number;
  readonly card?: string;
  /** Of a card: what it is, and how it stood then. */
  readonly kind?: string;
  readonly state?: string;
};

/** The type of what is sent to try an endpoint out. Nobody subscribes to it. */
export const TEST_TYPE = 'webhook.test';

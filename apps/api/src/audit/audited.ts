/**
 * All that is written down, and what of it. Random ids, counts and the brand's own names for its connections: nothing
 * that tells who a consumer is, since an entry is never taken out again.
 */
type CardDetail = { readonly card: string; readonly conversation: string; readonly kind: string };

type Details = {
  readonly brand_made: Record<string, never>;
  readonly brand_renamed: Record<string, never>;
  readonly look_changed: Record<string, never>;
  readonly agent_invited: { readonly agent: string; readonly role: string };
  readonly agent_role_changed: { readonly agent: string; readonly role: string };
  readonly agent_removed: { readonly agent: string };
  readonly connection_made: { readonly connection: string };
  readonly connection_changed: { readonly connection: string };
  readonly connection_removed: { readonly connection: string };
  readonly actions_changed: { readonly how: 'secret_made' | 'address_changed' | 'removed' };
  readonly api_key_made: { readonly key: string };
  readonly api_key_revoked: { readonly key: string };
  readonly encryption_keys_rotated: Record<string, never>;
  readonly connection_trust_changed: { readonly connections: readonly string[] };
  readonly facts_seen: { readonly conversation: string };
  readonly file_seen: { readonly conversation: string };
  readonly conversations_searched: { readonly found: number };
  readonly conversation_merged: {
    readonly conversation: string;
    readonly saidBy: string;
    readonly family: string;
    readonly session: string;
    readonly linkedTo: string | null;
  };
  readonly customer_seen: { readonly consumer: string };
  readonly card_proposed: CardDetail;
  readonly card_answered: CardDetail & { readonly answer: 'accept' | 'decline'; readonly session: string };
  /** It became so without anybody saying it in the chat: by a proof, by time, by what the brand's backend answered. */
  readonly card_changed: CardDetail & { readonly state: string };
  readonly consumer_exported: { readonly consumer: string };
  readonly consumer_erased: {
    readonly consumer: string;
    readonly conversations: number;
    readonly messages: number;
    readonly sessions: number;
    /** What lay outside the database, and how many of it. */
    readonly elsewhere: Readonly<Record<string, number>>;
  };
  /** Written by the command, into the log as the backup had it. */
  readonly backup_restored: { readonly backup: string; readonly erased: number };
  readonly conversations_expired: {
    readonly days: number;
    readonly conversations: number;
    readonly messages: number;
  };
  readonly webhook_changed: {
    readonly endpoint: string;
    readonly how: 'made' | 'changed' | 'rotated' | 'removed' | 'replayed';
  };
  /** What was sent to a webhook, with the customer's words in it. */
  readonly delivery_seen: { readonly endpoint: string; readonly delivery: string };
  readonly consumer_signed_out: {
    readonly connection: string;
    readonly concerns: string;
    readonly sessions: number;
  };
};

export type Action = keyof Details;
export type Actor =
  | 'operator'
  | 'consumer'
  | 'provider'
  | 'service'
  | `${'agent' | 'backend' | 'consumer'} ${string}`;

/** One thing that was done, by whom. */
export type Audited = {
  [Name in Action]: { readonly actor: Actor; readonly action: Name; readonly detail: Details[Name] };
}[Action];

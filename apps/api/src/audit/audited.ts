/**
 * All that is written down, and what of it. Random ids, counts and the brand's own names for its connections: nothing
 * that tells who a consumer is, since an entry is never taken out again.
 */
type Details = {
  readonly encryption_keys_rotated: Record<string, never>;
  readonly connection_trust_changed: { readonly connections: readonly string[] };
  readonly facts_seen: { readonly conversation: string };
  readonly file_seen: { readonly conversation: string };
  readonly conversation_merged: {
    readonly conversation: string;
    readonly saidBy: string;
    readonly family: string;
    readonly session: string;
    readonly linkedTo: string | null;
  };
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

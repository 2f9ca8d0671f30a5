/** How long what was said anonymously can still be taken for the words of whoever signs in. */
export const MERGE_WINDOW_MS = 30 * 60_000;
/** How long the consumer is asked whether it was them. */
export const OFFER_MS = 10 * 60_000;

/** What is known of an anonymous conversation when a proof takes the place of the session that spoke in it. */
export type AnonymousPast = {
  /** Whether the proof came by the key that spoke. */
  readonly sameKey: boolean;
  /** Whether anybody was ever proven by this key: then it may have been them who spoke. */
  readonly keyVerifiedBefore: boolean;
  /** When its consumer last said something. */
  readonly lastMessageAt: Date | null;
};

/**
 * Whether a conversation may be offered to whoever has just been proven, to go on with as themselves. The offer joins
 * nothing: the consumer confirms it first.
 */
export function mayOffer({ sameKey, keyVerifiedBefore, lastMessageAt }: AnonymousPast, now: Date): boolean {
  if (!sameKey || keyVerifiedBefore || lastMessageAt === null) return false;
  return now.getTime() - lastMessageAt.getTime() <= MERGE_WINDOW_MS;
}

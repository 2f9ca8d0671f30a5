/**
 * Where a push service is plugged in (expo-notifications, or another). What a push says is not believed: it wakes the chat,
 * which asks the service itself, so nothing about a conversation has to travel through anybody's servers.
 */
export type PushSource = {
  /** Answers how to stop listening. */
  readonly onPush: (arrived: () => void) => () => void;
  /** The number on the app's icon. */
  readonly setBadge: (unread: number) => void;
};

/** Until a brand brings one: no push comes, and there is no badge but the app's own. */
export const noPush: PushSource = { onPush: () => () => undefined, setBadge: () => undefined };

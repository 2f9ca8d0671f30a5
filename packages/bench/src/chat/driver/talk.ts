/** What comes back of a conversation. The moment of sending travels in the text itself: both ends have one clock. */
export type Heard = {
  acknowledged(talk: Talk, sentAt: number): void;
  seen(sentAt: number): void;
  failed(error: Error): void;
};

/** A conversation with both sides connected. */
export type Talk = { say(): void };

/** Conversations that one other side sees. */
export type Sitting = { readonly talks: readonly Talk[]; close(): void };

/** As long as people write, and the same for everybody. */
const REST = 'is there anything you can do about the bill of last month?';

export const textAt = (moment: number): string => `${moment.toFixed(3)} ${REST}`;

/** The moment a text was sent at: what stands between this mark and the first space. */
export function momentIn(text: string, mark: string): number {
  const at = text.indexOf(mark) + mark.length;
  return Number(text.slice(at, text.indexOf(' ', at)));
}

import type { SessionView } from '@countersign/contracts';
import { speakerOf } from '../life/standing.js';
import type { ChatFile } from '../platform/upload.js';
import type { Draft } from './state.js';

/** Where an app keeps what was not sent while it is closed: `AsyncStorage` and `localStorage` have this form. */
export type DraftStorage = {
  getItem(key: string): Promise<string | null> | string | null;
  setItem(key: string, value: string): unknown;
  removeItem(key: string): unknown;
};

type Speaker = Pick<SessionView, 'consumer' | 'family'>;
/** What somebody has just written. Written by nobody, it goes nowhere. */
export const draftOf = (
  { text, file }: { readonly text: string; readonly file: ChatFile | undefined },
  clientId: string,
  at: string,
  session: Speaker | undefined,
): Draft => ({
  clientId,
  text,
  file: file ? { name: file.name, type: file.type, bytes: file.size, sent: 0, id: null } : null,
  at,
  state: 'sending',
  why: null,
  speaker: session ? speakerOf(session) : '',
  family: session?.family ?? '',
});

const ENDED = 'Your sign-in ended before this was sent.';

/** What becomes of kept drafts when somebody speaks: theirs come back; of another person's nothing is kept. */
export function handOver(
  kept: readonly Draft[],
  session: Speaker,
): { readonly back: readonly Draft[]; readonly kept: readonly Draft[] } {
  const speaker = speakerOf(session);
  const back = kept
    .filter((draft) => draft.speaker === speaker)
    .map((draft): Draft => {
      if (draft.state === 'failed') return draft;
      // In the sessions that follow each other it goes out by itself; after an end its writer decides.
      return draft.family === session.family
        ? { ...draft, state: 'waiting' }
        : { ...draft, state: 'failed', why: ENDED, code: 'session_ended' };
    });
  // An anonymous visitor sees none of them, and is no reason to lose them.
  const others = session.consumer === null ? kept.filter((draft) => draft.speaker !== speaker) : [];
  return { back, kept: others };
}

const isDraft = (value: unknown): value is Draft => {
  const { clientId, text, at, speaker, family, state } = (value ?? {}) as Record<string, unknown>;
  return [clientId, text, at, speaker, family, state].every((member) => typeof member === 'string');
};

/** What a storage gave back. Whatever is not of the form is none. */
export function readDrafts(stored: string | null): readonly Draft[] {
  try {
    const drafts: unknown = JSON.parse(stored ?? '[]');
    const read = Array.isArray(drafts) ? drafts.filter(isDraft) : [];
    return read.map((draft) => ({ ...draft, file: draft.file ? { ...draft.file, sent: 0 } : null }));
  } catch {
    return [];
  }
}

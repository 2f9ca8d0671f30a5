import type { Chat } from '@countersign/chat-client';
import { make } from '../element.js';
import { say } from '../words/index.js';
import { saveAs, transcriptOf } from './transcript.js';

const TOLD_MS = 6_000;

/** The conversation as a file of this device, and how far that is. */
export function savingOf(chat: Chat, brandOf: () => string) {
  const element = make('p', {
    class: 'banner quiet',
    role: 'status',
    'data-testid': 'saving',
    hidden: true,
  });
  let told: ReturnType<typeof setTimeout> | undefined;
  const hide = () => {
    element.hidden = true;
  };
  const tell = (words: string, forMs?: number) => {
    clearTimeout(told);
    element.textContent = words;
    element.hidden = false;
    if (forMs) told = setTimeout(hide, forMs);
  };
  return {
    element,
    async save(): Promise<void> {
      tell(say('savingTranscript'));
      const whole = await chat.whole();
      if (!whole) return tell(say('transcriptFailed'));
      const now = new Date();
      const brand = brandOf();
      const name = `${brand} ${now.toISOString().slice(0, 10)}.html`;
      saveAs(name.replace(/[^\p{L}\p{N} .-]/gu, ''), transcriptOf(whole, brand, now));
      tell(say('savedTranscript'), TOLD_MS);
    },
  };
}

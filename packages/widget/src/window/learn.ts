import type { Language } from '../language.js';
import { english } from '../words/english.js';
import { speak, type Words } from '../words/index.js';

/** Of each language but English: its file, and the digest made at build time. */
declare const __WORDS__: Partial<Record<Language, { readonly file: string; readonly integrity: string }>>;

const learnt = new Map<Language, Promise<void>>();

/**
 * Gets the words of a language: data, no code, from the service alone. Undefined: they are here. Where they do not come
 * the chat speaks English, for a chat in another language is better than none.
 */
export function learn(language: Language, apiUrl: string): Promise<void> | undefined {
  const from = __WORDS__[language];
  if (!from) {
    speak('en', english);
    return undefined;
  }
  const before = learnt.get(language);
  if (before) return before;
  const coming = fetch(`${apiUrl}${from.file}`, { integrity: from.integrity, credentials: 'omit' })
    .then((answer) => (answer.ok ? (answer.json() as Promise<Words>) : Promise.reject()))
    .then(
      (words) => speak(language, words),
      () => {
        learnt.delete(language);
        speak('en', english);
      },
    );
  learnt.set(language, coming);
  return coming;
}

import type { Metadata } from 'next';
import { cookies, headers } from 'next/headers';
import { tongueFor, type Words, wordsOf } from '../words/languages';
import { LANGUAGE_COOKIE } from './language';

/** The language of whoever asks for this page. */
export async function serverTongue() {
  const chosen = (await cookies()).get(LANGUAGE_COOKIE)?.value;
  return tongueFor({ chosen, accepted: (await headers()).get('accept-language') ?? '' });
}

/** A page's title, in that language. */
export const titled = (title: (words: Words['pages']) => string) => async (): Promise<Metadata> => {
  const { language, locale } = await serverTongue();
  return { title: title(wordsOf(language, locale).pages) };
};

import { type Language, spoken } from '../words/languages';

export const LANGUAGE_COOKIE = 'countersign-workspace-language';

/** A cookie, as with the colours: the server draws the first frame and must know which way it is read. */
export function keepLanguage(language: Language): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser we serve
  document.cookie = `${LANGUAGE_COOKIE}=${language}; path=/; max-age=31536000; samesite=lax`;
  document.documentElement.lang = spoken[language].locale;
  document.documentElement.dir = spoken[language].direction;
}

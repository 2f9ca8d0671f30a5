/** Languages the chat speaks. What a page says of its own counts, by the nearest `lang`. */
export type Language = 'en' | 'ar';

const KNOWN: readonly Language[] = ['en', 'ar'];
const FROM_THE_RIGHT: readonly Language[] = ['ar'];

/** `ar-EG` is Arabic; a language the chat does not speak is English. */
export const languageOf = (tag: string | null | undefined): Language =>
  KNOWN.find((one) => one === tag?.toLowerCase().split('-')[0]) ?? 'en';

export const isRtl = (language: Language): boolean => FROM_THE_RIGHT.includes(language);

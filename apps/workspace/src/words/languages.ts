import { arabic } from './ar';
import { type Words as Dictionary, english } from './en';
import { type Formats, formatsOf } from './formats';
import { speechOf } from './speech';

export const languages = ['en', 'ar'] as const;
export type Language = (typeof languages)[number];

/** How each calls itself, and which way it is written. `locale`: its dates and numbers, unless the browser knows better. */
export const spoken = {
  en: { itself: 'English', direction: 'ltr', locale: 'en-GB' },
  ar: { itself: 'العربية', direction: 'rtl', locale: 'ar' },
} as const satisfies Record<Language, { itself: string; direction: 'ltr' | 'rtl'; locale: string }>;

export type Words = Dictionary & { readonly formats: Formats };

/** Everything the workspace says in one language. */
export function wordsOf(language: Language, locale: string = spoken[language].locale): Words {
  const { direction } = spoken[language];
  const dictionary =
    language === 'ar' ? arabic(speechOf(locale, direction)) : english(speechOf(locale, direction));
  return { ...dictionary, formats: formatsOf(locale) };
}

type Wanted = {
  /** What was chosen here before. */
  readonly chosen: string | undefined;
  /** `Accept-Language`, or what the browser would send. */
  readonly accepted: string;
};

const tagsOf = (accepted: string): readonly string[] =>
  accepted
    .split(',')
    .map((part) => {
      const [tag = '', quality = 'q=1'] = part.trim().split(/\s*;\s*/);
      return { tag, quality: Number(quality.replace('q=', '')) };
    })
    .toSorted((one, other) => other.quality - one.quality)
    .map(({ tag }) => tag)
    .filter((tag) => /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(tag));

const isOf = (language: Language) => (tag: string) =>
  tag.toLowerCase() === language || tag.toLowerCase().startsWith(`${language}-`);

/** The language and the locale of whoever looks: as they chose, else as their browser asks. */
export function tongueFor({ chosen, accepted }: Wanted): { language: Language; locale: string } {
  const tags = tagsOf(accepted);
  const asked = tags
    .map((tag) => languages.find((language) => isOf(language)(tag)))
    .find((language) => language !== undefined);
  const language = languages.find((one) => one === chosen) ?? asked ?? 'en';
  // `en` alone says nothing of how dates are written; `en-US` does.
  const locale = tags.find((tag) => isOf(language)(tag) && tag.includes('-')) ?? spoken[language].locale;
  return { language, locale };
}

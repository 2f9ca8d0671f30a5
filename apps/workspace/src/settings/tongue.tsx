'use client';

import { DirectionProvider } from '@base-ui/react/direction-provider';
import { useRouter } from 'next/navigation';
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { type Language, spoken, tongueFor, type Words, wordsOf } from '../words/languages';
import { keepLanguage } from './language';

type Tongue = {
  readonly language: Language;
  readonly direction: 'ltr' | 'rtl';
  readonly words: Words;
  readonly choose: (language: Language) => void;
};

const TongueContext = createContext<Tongue | null>(null);

/** Which language this page speaks, and the way to another. */
export function TongueProvider({
  language: initial,
  locale: first,
  children,
}: {
  language: Language;
  locale: string;
  children: ReactNode;
}) {
  const router = useRouter();
  const [{ language, locale }, setSpoken] = useState({ language: initial, locale: first });
  const tongue = useMemo<Tongue>(
    () => ({
      language,
      direction: spoken[language].direction,
      words: wordsOf(language, locale),
      choose(chosen) {
        keepLanguage(chosen);
        setSpoken(tongueFor({ chosen, accepted: navigator.languages.join() }));
        // Titles come from the server, which reads what was kept.
        router.refresh();
      },
    }),
    [language, locale, router],
  );
  return (
    <TongueContext value={tongue}>
      <DirectionProvider direction={tongue.direction}>{children}</DirectionProvider>
    </TongueContext>
  );
}

export function useTongue(): Tongue {
  const tongue = useContext(TongueContext);
  if (!tongue) throw new Error('The language is read outside of its provider.');
  return tongue;
}

/** What the workspace says, in the language of whoever reads. */
export const useWords = (): Words => useTongue().words;

/** Rooms that are written in English alone, within a page of another language. */
export function InEnglish({ className, children }: { className?: string; children: ReactNode }) {
  const tongue = useTongue();
  const english = useMemo<Tongue>(
    () =>
      tongue.language === 'en'
        ? tongue
        : { ...tongue, language: 'en', direction: 'ltr', words: wordsOf('en') },
    [tongue],
  );
  return (
    <TongueContext value={english}>
      <DirectionProvider direction="ltr">
        <div lang="en-GB" dir="ltr" className={className ?? 'contents'}>
          {children}
        </div>
      </DirectionProvider>
    </TongueContext>
  );
}

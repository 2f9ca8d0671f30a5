import type { Language } from '../language.js';

type Words = {
  readonly open: string;
  readonly close: string;
  /** How many messages wait; the whole of it is the button's name. */
  readonly unread: (count: number) => string;
  readonly failed: string;
};

const arabic = new Intl.PluralRules('ar');
const waiting: Partial<Record<Intl.LDMLPluralRule, string>> = {
  one: 'رسالة واحدة غير مقروءة',
  two: 'رسالتان غير مقروءتين',
  few: 'رسائل غير مقروءة',
};

/** What the button says before the window's own words have come. */
export const launcherWords: Record<Language, Words> = {
  en: {
    open: 'Open chat',
    close: 'Close chat',
    unread: (count) => (count === 1 ? '1 unread message' : `${count} unread messages`),
    failed: 'The chat did not load. Try again.',
  },
  ar: {
    open: 'فتح المحادثة',
    close: 'إغلاق المحادثة',
    unread: (count) => {
      const words = waiting[arabic.select(count)] ?? 'رسالة غير مقروءة';
      return count <= 2 ? words : `${count} ${words}`;
    },
    failed: 'لم يتم تحميل المحادثة. حاول مرة أخرى.',
  },
};

/** Whether a database can keep the text as it is: no NUL, and no half of a surrogate pair. */
export const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes('\u0000');

/** The same text with U+FFFD for what no database keeps. */
export const storable = (text: string): string => text.toWellFormed().replaceAll('\u0000', '\uFFFD');

export type { JournalEntry, Members, TokenContent } from './entry.js';
export { type JournalFilter, journalFilter } from './filter.js';
export { Journal } from './journal.js';

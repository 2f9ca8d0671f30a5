import { randomBytes } from 'node:crypto';
import { compose, type Happened } from './compose.js';
import type { JournalEntry } from './entry.js';
import type { JournalFilter } from './filter.js';
import { Strike } from './strike.js';

/** How many exchanges are kept, and how many characters of them. */
export const capacity = { entries: 500, characters: 2_000_000 };

const after = (since: string | undefined, { id, at }: JournalEntry): boolean => {
  if (since === undefined) return true;
  return /^\d+$/.test(since) ? id > Number(since) : at >= new Date(since).toISOString();
};

/** What one namespace was asked and what it answered; the oldest go first. */
export class Journal {
  readonly #salt = randomBytes(16).toString('hex');
  #kept: string[] = [];
  #size = 0;
  #last = 0;

  write(happened: Happened): void {
    this.#last += 1;
    // As text: it holds on to no larger body it was cut from.
    const text = JSON.stringify({ id: this.#last, ...compose(new Strike(this.#salt), happened) });
    this.#kept.push(text);
    this.#size += text.length;
    while (this.#kept.length > capacity.entries || this.#size > capacity.characters)
      this.#size -= this.#kept.shift()?.length ?? this.#size;
  }

  /** Oldest first; of more than the limit, the newest. */
  entries({ client, person, state, endpoint, since, limit }: JournalFilter = {}): readonly JournalEntry[] {
    const found = this.#kept
      .map((text) => JSON.parse(text) as JournalEntry)
      .filter((entry) => client === undefined || entry.clientId === client)
      .filter((entry) => person === undefined || entry.person === person)
      .filter((entry) => state === undefined || entry.state === state)
      .filter((entry) => endpoint === undefined || entry.endpoint === endpoint)
      .filter((entry) => after(since, entry));
    return found.slice(-(limit ?? capacity.entries));
  }

  clear(): void {
    this.#kept = [];
    this.#size = 0;
  }
}

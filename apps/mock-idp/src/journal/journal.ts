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

/** What is small is kept as it was, and taken apart when somebody reads it: most is never read. */
const small = 16_384;
/** What is not a body: addresses, headers. */
const around = 2_000;

type Kept = { readonly id: number; readonly size: number; entry(): JournalEntry };

const bytesOf = ({ request, honest, sent }: Happened): number =>
  request.body.length + honest.body.length + (sent && sent !== honest ? sent.body.length : 0);

/** What one namespace was asked and what it answered; the oldest go first. */
export class Journal {
  readonly #salt = randomBytes(16).toString('hex');
  #kept: Kept[] = [];
  #size = 0;
  #last = 0;

  write(happened: Happened): void {
    this.#last += 1;
    const kept = this.#keep(this.#last, happened);
    this.#kept.push(kept);
    this.#size += kept.size;
    while (this.#kept.length > capacity.entries || this.#size > capacity.characters)
      this.#size -= this.#kept.shift()?.size ?? this.#size;
  }

  #keep(id: number, happened: Happened): Kept {
    const entry = (): JournalEntry => ({ id, ...compose(new Strike(this.#salt), happened) });
    const bytes = bytesOf(happened);
    if (bytes <= small) return { id, size: bytes + around, entry };
    // As text: it holds on to no larger body it was cut from.
    const text = JSON.stringify(entry());
    return { id, size: text.length, entry: () => JSON.parse(text) as JournalEntry };
  }

  /** Oldest first; of more than the limit, the newest. */
  entries({ client, person, state, endpoint, since, limit }: JournalFilter = {}): readonly JournalEntry[] {
    const found = this.#kept
      .map((kept) => kept.entry())
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

import { complete, type SubjectMakers } from './complete.js';
import type { Person, PersonChange, PersonInput } from './person.js';

/** Somebody else already has this subject: an issuer never gives one to two people. */
export class SubjectTaken extends Error {
  override readonly name = 'SubjectTaken';
  constructor(issuer: string, subject: string, holder: string) {
    super(`the subject ${subject} at ${issuer} already belongs to ${holder}`);
  }
}

/** Everybody the stand-in vouches for, in memory. Oldest first, so the cast leads every list. */
export class People {
  readonly #people = new Map<string, Person>();

  /** `same`: issuers that know the people of another, under the same subjects. */
  constructor(
    readonly makers: SubjectMakers,
    readonly same: ReadonlyMap<string, string> = new Map(),
  ) {}

  all(): readonly Person[] {
    return [...this.#people.values()];
  }

  byId(id: string): Person | undefined {
    return this.#people.get(id);
  }

  /** Those an issuer knows. */
  at(issuer: string): readonly Person[] {
    const other = this.same.get(issuer);
    return this.all().flatMap((person) => {
      if (person.issuers.includes(issuer)) return [person];
      const subject = other && person.issuers.includes(other) ? person.subjects[other] : undefined;
      return subject === undefined
        ? []
        : [{ ...person, subjects: { ...person.subjects, [issuer]: subject } }];
    });
  }

  bySubject(issuer: string, subject: string): Person | undefined {
    return this.at(issuer).find((person) => person.subjects[issuer] === subject);
  }

  /** By e-mail address, subject or handle, whichever was typed. */
  byHint(issuer: string, hint: string): Person | undefined {
    const typed = hint.trim().toLowerCase();
    const here = this.at(issuer);
    return (
      here.find((person) => person.email?.toLowerCase() === typed) ??
      here.find((person) => person.subjects[issuer] === hint.trim()) ??
      here.find((person) => person.id === typed)
    );
  }

  /** Creates, or replaces whom it knew under this id; a subject once given stays. */
  put(input: PersonInput): Person {
    return this.#keep(complete(input, this.makers, this.byId(input.id)));
  }

  change(known: Person, change: PersonChange): Person {
    const merged = { ...known, ...change };
    const kept = Object.fromEntries(Object.entries(merged).filter(([, value]) => value != null));
    return this.#keep(complete(kept as PersonInput, this.makers, known));
  }

  remove(id: string): boolean {
    return this.#people.delete(id);
  }

  #keep(person: Person): Person {
    for (const issuer of person.issuers) {
      const subject = person.subjects[issuer] ?? '';
      const holder = this.bySubject(issuer, subject);
      if (holder && holder.id !== person.id) throw new SubjectTaken(issuer, subject, holder.id);
    }
    this.#people.set(person.id, person);
    return person;
  }
}

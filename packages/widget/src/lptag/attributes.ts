import type { Sde } from './liveperson.js';

/** What is said of the page goes with the page; what is said of the person stays until it is another person. */
const ofThePerson = ['ctmrinfo', 'personal', 'mrktInfo', 'lead', 'service'];

/** `lpTag.sdes`: what the page has said, in order. */
export class Attributes {
  private said: Sde[] = [];

  constructor(private readonly changed: (sdes: readonly Sde[]) => void) {}

  push = (...given: unknown[]): number => {
    const known = given.flat().filter(isSde);
    this.said.push(...known);
    if (known.length > 0) this.changed(this.said);
    return this.said.length;
  };

  /** With a callback once they are on their way. Nothing comes back of them. */
  send = (given: unknown, done?: (error: null) => void): void => {
    this.push(given);
    if (typeof done === 'function') queueMicrotask(() => done(null));
  };

  get = (type?: string): readonly Sde[] => this.said.filter((sde) => type === undefined || sde.type === type);

  turnPage(): void {
    this.said = this.said.filter(({ type }) => ofThePerson.includes(type));
    this.changed(this.said);
  }

  /** Takes back what was said by then. */
  forget(by: ReadonlySet<Sde>): void {
    this.said = this.said.filter((sde) => !by.has(sde));
    this.changed(this.said);
  }
}

const isSde = (given: unknown): given is Sde =>
  typeof given === 'object' && given !== null && typeof (given as Sde).type === 'string';

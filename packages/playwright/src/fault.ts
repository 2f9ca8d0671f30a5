import type { FaultInput, Person, StandIn } from './clients/stand-in.js';

type Further = Partial<Pick<FaultInput, 'issuer' | 'shots' | 'options'>>;

/** Trouble at the stand-in, for the logins of this test's consumer and of nobody else. */
export class Fault {
  readonly #armed: string[] = [];

  constructor(
    private readonly idp: StandIn,
    private readonly person: Person,
    private readonly issuer: string,
  ) {}

  /** Arms a fault by its name in the catalogue; once, unless `shots` says otherwise. */
  async arm(fault: string, further: Further = {}): Promise<void> {
    const { id } = await this.idp.arm({
      fault,
      issuer: this.issuer,
      aim: { loginHint: this.person.id },
      ...further,
    });
    this.#armed.push(id);
  }

  /** Whatever is still armed. One that was used up is gone by itself. */
  async clear(): Promise<void> {
    const mine = new Set(this.#armed.splice(0));
    if (mine.size === 0) return;
    for (const { id } of await this.idp.armed()) if (mine.has(id)) await this.idp.disarm(id);
  }
}

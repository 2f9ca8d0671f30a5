import { randomUUID } from 'node:crypto';
import type { Answer, Notes } from '../http/index.js';
import type { World } from '../world/index.js';
import { hits } from './aim.js';
import { type Bent, bend, fits } from './bend.js';
import { catalogue, type FaultName } from './catalogue.js';
import type { ArmedFault, ReadFaultInput } from './input.js';
import { Waits } from './waits.js';

export type ToArm = Omit<ReadFaultInput, 'fault'> & { readonly fault: FaultName };

/** The faults of one namespace: armed by somebody, each until its shots are spent. */
export class Faults {
  readonly #armed = new Map<string, ArmedFault>();
  readonly #waits = new Waits();

  all(): readonly ArmedFault[] {
    return [...this.#armed.values()];
  }

  arm({ fault, issuer, aim, shots, options }: ToArm): ArmedFault {
    const id = randomUUID();
    const { expect } = catalogue[fault];
    const armed = { id, fault, issuer, aim, shots, options, expect };
    this.#armed.set(id, armed);
    return armed;
  }

  /** Ends it, and whoever waits because of it gets the answer now. */
  clear(id: string): boolean {
    const waited = this.#waits.end(id);
    return this.#armed.delete(id) || waited;
  }

  clearAll(): void {
    this.#armed.clear();
    this.#waits.endAll();
  }

  /** The answer as those faults make it that were armed for this login. An honest one stays as it is. */
  async bend(world: World, honest: Answer, notes: Notes): Promise<Bent> {
    const taken = this.#take(world, honest, notes);
    let bent: Bent = { answer: honest, faults: [] };
    for (const armed of taken) bent = await bend(bent, armed, world, this.#waits);
    return bent;
  }

  /** At once, without a pause between looking and taking: of two answers one gets the last shot. */
  #take(world: World, answer: Answer, notes: Notes): readonly ArmedFault[] {
    const meant = this.all().filter(
      (armed) =>
        armed.issuer === world.key &&
        fits(catalogue[armed.fault], answer, notes, world) &&
        hits(world, armed.aim, notes),
    );
    for (const armed of meant) {
      if (armed.shots === 'until-cleared') continue;
      if (armed.shots > 1) this.#armed.set(armed.id, { ...armed, shots: armed.shots - 1 });
      else this.#armed.delete(armed.id);
    }
    return meant;
  }
}

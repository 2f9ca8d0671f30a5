import type { IncomingMessage } from 'node:http';
import { detailOf } from '../pages/index.js';
import type { Person } from '../people/index.js';
import type { World } from '../world/index.js';
import type { Interaction } from './interaction.js';

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

const inDomain = (people: readonly Person[], hd: string | undefined): readonly Person[] => {
  if (hd === undefined) return people;
  return people.filter((person) => (hd === '*' ? person.hd !== undefined : person.hd === hd));
};

/** Those who may be meant: the one hinted at, or everybody of the domain asked for; signed in first. */
export function accountsFor(world: World, req: IncomingMessage, { params }: Pick<Interaction, 'params'>) {
  const { key, people } = world;
  const hint = text(params['login_hint']);
  const meant = hint === undefined ? undefined : people.byHint(key, hint);
  const listed = meant ? [meant] : inDomain(people.at(key), text(params['hd']));
  const signedIn = new Set(world.browsers.subjects(req));
  return listed
    .map((person) => ({
      id: person.id,
      name: person.name,
      detail: detailOf(person),
      peculiarity: person.peculiarity,
      signedIn: signedIn.has(person.subjects[key] ?? ''),
    }))
    .sort((one, other) => Number(other.signedIn) - Number(one.signedIn));
}

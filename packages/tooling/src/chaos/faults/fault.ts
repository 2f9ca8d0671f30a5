import { setTimeout as pause } from 'node:timers/promises';
import type { ChaosHouse, Member } from '../house/house.js';
import type { Talks } from '../people/talks.js';

export type Scene = {
  readonly house: ChaosHouse;
  readonly talks: Talks;
  /** How long it goes on. */
  readonly seconds: number;
  /** From 0 to below 1, and the same in each run of the same seed. */
  readonly random: () => number;
};

/** Something that breaks while people write, and is whole again when `run` is over. */
export type Fault = {
  readonly name: string;
  readonly says: string;
  /** Why it cannot be tried here. */
  readonly skipped?: (house: ChaosHouse) => string | undefined;
  readonly run: (scene: Scene) => Promise<void>;
};

export const NO_REDIS = 'there is no redis-server';

/** So that a part of the time passes, of what the fault has. */
export const during = ({ seconds }: Scene, part: number): Promise<void> => pause(seconds * part * 1_000);

/** Again and again until the time is over; the last one ends as it should. */
export async function whileItLasts({ seconds }: Scene, work: () => Promise<void>): Promise<void> {
  const end = performance.now() + seconds * 1_000;
  while (performance.now() < end) await work();
}

export function oneOf(members: readonly Member[], random: () => number): Member {
  const member = members[Math.floor(random() * members.length)];
  if (!member) throw new Error('The house has no process.');
  return member;
}

/** Broken, and mended whatever happens: the next fault begins with a whole house. */
export async function broken(
  scene: Scene,
  hit: () => unknown,
  mend: () => unknown,
  parts: { readonly before: number; readonly for: number } = { before: 0.2, for: 0.4 },
): Promise<void> {
  await during(scene, parts.before);
  try {
    await hit();
    await during(scene, parts.for);
  } finally {
    await mend();
  }
  await during(scene, 1 - parts.before - parts.for);
}

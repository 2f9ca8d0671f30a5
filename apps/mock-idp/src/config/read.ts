import { readFile } from 'node:fs/promises';
import type { ReadClientInput } from '../clients/index.js';
import { demoIssuers, type IssuerPlan } from '../issuers.js';
import type { PersonInput } from '../people/index.js';
import * as known from '../profiles/index.js';
import { judgeClients } from './clients.js';
import { judge, problemsOf } from './judge.js';
import { parse } from './parse.js';
import { ConfigRefused } from './problem.js';
import { configFile } from './shape.js';

/** What a file says of a stand-in, in the terms of `startMockIdp`. */
export type ReadConfig = {
  readonly issuers?: readonly IssuerPlan[];
  readonly people?: readonly PersonInput[];
  readonly clients?: readonly ReadClientInput[];
  readonly namespaces?: number;
};

const isProfile = (value: unknown): value is known.Profile =>
  typeof value === 'object' && value !== null && 'discovery' in value;

/** Every profile there is, by its name. */
const profiles = new Map(
  Object.values(known)
    .filter(isProfile)
    .map((profile) => [profile.name, profile]),
);

/** Reads what stands in a file, or in a variable: YAML or JSON. `name` is what a message calls it. */
export function readConfigText(text: string, name: string): ReadConfig {
  const parsed = parse(text, name);
  // A file with nothing in it says nothing.
  const result = configFile.safeParse(parsed.value ?? {});
  if (!result.success) return parsed.refuse(problemsOf(result.error));
  const problems = judge(result.data, demoIssuers, [...profiles.keys()]);
  if (problems.length > 0) return parsed.refuse(problems);
  const { issuers, people, clients, namespaces } = result.data;
  const plans = issuers?.flatMap(({ key, label = key, profile: named, peopleOf }): IssuerPlan[] => {
    const profile = profiles.get(named);
    return profile ? [{ key, label, profile, ...(peopleOf && { peopleOf }) }] : [];
  });
  const refused = judgeClients(clients ?? [], plans ?? demoIssuers);
  if (refused.length > 0) return parsed.refuse(refused);
  return {
    ...(plans && { issuers: plans }),
    ...(people && { people }),
    ...(clients && { clients }),
    ...(namespaces !== undefined && { namespaces }),
  };
}

/** Reads people, clients and issuers from a YAML or JSON file. Whatever is wrong is named by line, column and member. */
export async function readConfigFile(path: string): Promise<ReadConfig> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? ` (${error.code})` : '';
    throw new ConfigRefused(`${path}: expected a file that can be read${why}`, { cause: error });
  }
  return readConfigText(text, path);
}

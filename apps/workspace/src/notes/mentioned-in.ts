import type { Colleague } from '@countersign/contracts';

type Named = Pick<Colleague, 'id' | 'name'>;
const goesOn = /^[\p{L}\p{N}_]/u;

/** Who is named by `@`: of two names that begin alike, the longer one where it stands. */
export function mentionedIn<Who extends Named>(text: string, colleagues: readonly Who[]): readonly Who[] {
  const longestFirst = colleagues.toSorted((one, other) => other.name.length - one.name.length);
  const found = new Set<Who>();
  for (const { index } of text.matchAll(/@/g)) {
    const rest = text.slice(index + 1);
    const named = longestFirst.find(
      ({ name }) => name !== '' && rest.startsWith(name) && !goesOn.test(rest.slice(name.length)),
    );
    if (named) found.add(named);
  }
  return [...found];
}

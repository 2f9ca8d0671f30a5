import type { Fact } from '@countersign/claims';
import { useWords } from '../settings/tongue';

/** What agents read beside a value: as the brand calls a fact of its own, else as the catalogue does. */
export function useFactLabel() {
  const { identity } = useWords();
  return ({ name, label }: Pick<Fact, 'name' | 'label'>): string => label ?? identity.factName(name);
}

import type { Fact } from '@countersign/claims';
import { createContext, useContext } from 'react';
import { factKey } from '../desk/changed-facts';

/** Which facts have just changed. */
export const FreshFacts = createContext<readonly string[]>([]);

export const useFresh = (fact: Pick<Fact, 'name' | 'provenance'>): boolean =>
  useContext(FreshFacts).includes(factKey(fact));

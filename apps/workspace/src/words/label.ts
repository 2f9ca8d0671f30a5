import { type Fact, labelOf } from '@countersign/claims';

/** What agents read beside a value: as the brand calls a fact of its own, else as the catalogue does. */
export const factLabel = ({ name, label }: Pick<Fact, 'name' | 'label'>): string => label ?? labelOf(name);

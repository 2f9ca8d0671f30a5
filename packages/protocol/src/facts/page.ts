import { type Fact, type PageFacts, storable } from '@countersign/claims';

/** Code points of a page's value that are kept. */
export const PAGE_VALUE_LIMIT = 2_000;

const cut = (text: string): string => {
  const points = [...text];
  return points.length > PAGE_VALUE_LIMIT ? `${points.slice(0, PAGE_VALUE_LIMIT - 1).join('')}…` : text;
};

/** What the page said, as facts that are never sealed. Lone surrogates and NUL, which no database stores, become U+FFFD. */
export const factsFromPage = (set: PageFacts, at: Date): Fact[] =>
  Object.entries(set).map(([name, value]) => ({
    name,
    value: typeof value === 'string' ? cut(storable(value)) : value,
    sealed: false,
    provenance: { source: 'page', at: at.toISOString() },
  }));

import type { EmbedView } from '@countersign/contracts';
import type { BrandOfPage } from '../look.js';

/** The brand's look, for a button whose chat has not come. Without an answer the button keeps its own. */
export const lookOf = (apiUrl: string, brand: string, connection: string): Promise<BrandOfPage | undefined> =>
  fetch(`${apiUrl}/v1/embed/${encodeURIComponent(brand)}?connection=${encodeURIComponent(connection)}`, {
    credentials: 'omit',
  })
    .then((answer) => (answer.ok ? (answer.json() as Promise<EmbedView>) : undefined))
    .then(
      (view) => view?.brand,
      () => undefined,
    );

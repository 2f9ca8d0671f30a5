import type { EmbedView } from '@countersign/contracts';

/** The brand's colour, for a button whose chat has not come. Without an answer the button keeps its own. */
export const accentOf = (apiUrl: string, brand: string, connection: string): Promise<string | undefined> =>
  fetch(`${apiUrl}/v1/embed/${encodeURIComponent(brand)}?connection=${encodeURIComponent(connection)}`, {
    credentials: 'omit',
  })
    .then((answer) => (answer.ok ? (answer.json() as Promise<EmbedView>) : undefined))
    .then(
      (view) => view?.brand.accent,
      () => undefined,
    );

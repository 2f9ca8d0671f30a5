import type { WindowFailed } from '../window-failed.js';
import type { Page } from './frame.js';
import { type Html, html } from './html.js';
import { type Words, wordsFor } from './words.js';

/** The chat's own address. */
export const windowPathOf = (brand: string, connection: string): string =>
  `/window/${encodeURIComponent(brand)}?connection=${encodeURIComponent(connection)}`;

/** A sentence, a way back, and for support what happened. */
export function failurePage(
  { failure, place, details }: Pick<WindowFailed, 'failure' | 'place' | 'details'>,
  look: Html[],
): Page & Pick<Words, 'status'> {
  const { brand, connection } = place;
  const { status, title, text } = wordsFor(failure, brand?.name ?? 'The brand', details.error);
  const back =
    brand && connection?.window
      ? html`<p><a class="main" href="${windowPathOf(brand.slug, connection.key)}" data-testid="back">Back to the chat</a></p>`
      : undefined;
  const codes: (string | undefined)[] = [
    `Reason: ${details.error ?? failure}`,
    details.attempt === undefined ? undefined : `Attempt: ${details.attempt}`,
  ];
  const [reason, attempt] = codes.map((code) =>
    code === undefined ? undefined : html`<code>${code}</code>`,
  );
  return {
    status,
    title,
    head: look,
    body: html`<main class="card" data-testid="window-failure">
<p class="brand">${brand?.name}</p>
<h1>${title}</h1>
<p>${text}</p>
${back}
<details data-testid="window-details"><summary>Details</summary>${reason}${attempt}</details>
</main>`,
  };
}

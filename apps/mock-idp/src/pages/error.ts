import { html } from './html.js';
import { page } from './layout.js';

export type ErrorPage = {
  readonly label: string;
  readonly status: number;
  readonly error: string;
  readonly description: string;
  readonly clientId?: string | undefined;
};

/** What went wrong, for the developer who sent the request. */
export const errorPage = ({ label, status, error, description, clientId }: ErrorPage): string =>
  page(
    `Error ${status}: ${error} · ${label}`,
    html`<p class="issuer">${label}</p>
<h1>Error ${status}: <code>${error}</code></h1>
<p class="lead" data-testid="error-description">${description}</p>
${clientId && html`<dl class="members"><dt>Client</dt><dd><code>${clientId}</code></dd></dl>`}
<p class="detail">Nothing was sent to the application.</p>`,
  );

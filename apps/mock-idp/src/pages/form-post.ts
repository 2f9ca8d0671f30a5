import { createHash } from 'node:crypto';
import { pagePolicy } from '../http/index.js';
import { html } from './html.js';
import { page } from './layout.js';

export type FormPostPage = {
  readonly label: string;
  readonly application: string;
  /** The client's redirect URI. */
  readonly action: string;
  readonly entries: readonly (readonly [name: string, value: string])[];
};

const script = 'document.forms[0].submit()';
const digest = createHash('sha256').update(script).digest('base64');

/** The one script there is, by what it says. */
export const formPostPolicy = `${pagePolicy}; script-src 'sha256-${digest}'`;

/** Hands an answer to the client in the body of a POST; without scripts the person presses the button. */
export const formPostPage = ({ label, application, action, entries }: FormPostPage): string =>
  page(
    `Back to ${application} · ${label}`,
    html`<p class="issuer">${label}</p>
<h1>Back to <bdi>${application}</bdi></h1>
<p class="lead">Your answer is on its way. If nothing happens, continue by the button.</p>
<form method="post" action="${action}">
${entries.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<button class="primary" data-testid="continue">Continue</button>
</form>
<script>document.forms[0].submit()</script>`,
  );

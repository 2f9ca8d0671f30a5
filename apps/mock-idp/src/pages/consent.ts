import { html } from './html.js';
import { page } from './layout.js';

export type ConsentPage = {
  readonly label: string;
  readonly application: string;
  readonly name: string;
  readonly detail: string;
  readonly scopes: readonly string[];
  readonly action: string;
};

const shared: Readonly<Record<string, string>> = {
  openid: 'That it is you, by an identifier',
  profile: 'Your name and picture',
  email: 'Your e-mail address',
};

/** What an application wants to know, before it is told for the first time. */
export const consentPage = ({ label, application, name, detail, scopes, action }: ConsentPage): string =>
  page(
    `Share with ${application} · ${label}`,
    html`<p class="issuer">${label}</p>
<h1>Share with <bdi>${application}</bdi>?</h1>
<p class="lead"><strong><bdi>${name}</bdi></strong><br><span class="detail"><bdi>${detail}</bdi></span></p>
<p>It will be told:</p>
<ul class="shared">${scopes.map((scope) => html`<li>${shared[scope] ?? scope}</li>`)}</ul>
<div class="choices">
<form method="post" action="${action}/consent"><button class="primary" data-testid="allow">Allow</button></form>
<form method="post" action="${action}/cancel"><button class="quiet" data-testid="cancel">Cancel</button></form>
</div>`,
  );

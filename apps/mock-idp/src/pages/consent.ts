import { type Html, html } from './html.js';
import { page } from './layout.js';

export type ConsentPage = {
  readonly label: string;
  readonly application: string;
  readonly name: string;
  readonly detail: string;
  readonly scopes: readonly string[];
  /** Those that the person can leave out. */
  readonly optional: readonly string[];
  readonly action: string;
};

const shared: Readonly<Record<string, string>> = {
  openid: 'That it is you, by an identifier',
  profile: 'Your name and picture',
  email: 'Your e-mail address',
};

const wordsFor = (scope: string): string =>
  shared[scope] ?? `Access to ${scope.replace('https://www.googleapis.com/auth/', '')}`;

const choice = (scope: string): Html => html`<li>
<label class="choice"><input type="checkbox" name="scope" value="${scope}" checked data-testid="scope-${scope.replace(/^.*\//, '')}">
<span>${wordsFor(scope)}</span></label>
</li>`;

/** A box per scope where there is a choice, else what it comes to. */
const listed = ({ scopes, optional }: ConsentPage): Html =>
  optional.length > 0
    ? html`<ul class="shared chosen">${scopes.map((scope) =>
        optional.includes(scope) ? choice(scope) : html`<li>${wordsFor(scope)}</li>`,
      )}</ul><input type="hidden" name="chosen" value="yes">`
    : html`<ul class="shared">${scopes.map((scope) => html`<li>${wordsFor(scope)}</li>`)}</ul>`;

/** What an application wants to know, before it is told for the first time. */
export const consentPage = (given: ConsentPage): string => {
  const { label, application, name, detail, optional, action } = given;
  return page(
    `Share with ${application} · ${label}`,
    html`<p class="issuer">${label}</p>
<h1>Share with <bdi>${application}</bdi>?</h1>
<p class="lead"><strong><bdi>${name}</bdi></strong><br><span class="detail"><bdi>${detail}</bdi></span></p>
<p>${optional.length > 0 ? 'It will be told what you leave ticked:' : 'It will be told:'}</p>
<form method="post" action="${action}/consent">
${listed(given)}
<div class="choices">
<button class="primary" data-testid="allow">Allow</button>
<button class="quiet" data-testid="cancel" formaction="${action}/cancel">Cancel</button>
</div>
</form>`,
  );
};

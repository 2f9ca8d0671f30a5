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
  calendar: 'Your calendar, to read and to change',
  'calendar.readonly': 'Your calendar, to read',
  'contacts.readonly': 'Your contacts, to read',
  'drive.file': 'The files you open with it',
  'drive.readonly': 'Your files, to read',
  'gmail.readonly': 'Your mail, to read',
  'spreadsheets.readonly': 'Your spreadsheets, to read',
};

/** A scope may be an address: what stands last in it is its name. */
const nameOf = (scope: string): string => scope.replace(/^.*\//, '');

const wordsFor = (scope: string): string => shared[nameOf(scope)] ?? scope;

const box = (scope: string): Html =>
  html`<input type="checkbox" name="scope" value="${scope}" checked data-testid="scope-${nameOf(scope)}">`;

/** What cannot be left out has a box too, so that the list reads as one. */
const choice = (scope: string, optional: boolean): Html => html`<li>
<label class="choice">${optional ? box(scope) : html`<input type="checkbox" checked disabled>`}
<span>${wordsFor(scope)}</span></label>
</li>`;

/** A box per scope where there is a choice, else what it comes to. */
const listed = ({ scopes, optional }: ConsentPage): Html =>
  optional.length > 0
    ? html`<ul class="shared chosen">${scopes.map((scope) => choice(scope, optional.includes(scope)))}</ul>
<input type="hidden" name="chosen" value="yes">`
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

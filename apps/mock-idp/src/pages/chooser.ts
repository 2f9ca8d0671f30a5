import { type Html, html } from './html.js';
import { page } from './layout.js';

export type ListedAccount = {
  readonly id: string;
  readonly name: string;
  /** The address, or what stands for one. */
  readonly detail: string;
  readonly peculiarity: string | undefined;
  readonly signedIn: boolean;
};

export type ChooserPage = {
  /** The issuer, as it calls itself. */
  readonly label: string;
  /** The application that is asking. */
  readonly application: string;
  readonly accounts: readonly ListedAccount[];
  /** Where the forms go, without the last step. */
  readonly action: string;
  readonly typed?: string | undefined;
  readonly problem?: string | undefined;
};

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .map((word) => [...word][0] ?? '')
    .filter((_, index, all) => index === 0 || index === all.length - 1)
    .join('');

const account = ({ id, name, detail, peculiarity, signedIn }: ListedAccount): Html => html`<li>
<button class="account" name="account" value="${id}" data-testid="account-${id}">
<span class="initials" aria-hidden="true">${initials(name)}</span>
<span class="who"><span class="name"><bdi>${name}</bdi></span>
<span class="detail"><bdi>${detail}</bdi>${signedIn && html` · signed in`}</span>
${peculiarity && html`<span class="peculiarity">${peculiarity}</span>`}</span>
</button>
</li>`;

const another = ({
  action,
  typed,
  problem,
}: ChooserPage): Html => html`<details class="another"${open(problem)}>
<summary data-testid="use-another-account">Use another account</summary>
<form method="post" action="${action}/other">
<label for="who">E-mail address or handle</label>
<input id="who" name="who" autocomplete="off" autocapitalize="none" spellcheck="false" required value="${typed}"${
  problem ? html` aria-invalid="true" aria-describedby="problem" autofocus` : undefined
}>
${problem && html`<p id="problem" class="problem" role="alert" data-testid="problem">${problem}</p>`}
<button class="primary" data-testid="continue">Continue</button>
</form>
</details>`;

const open = (problem: string | undefined): Html | undefined => (problem ? html` open` : undefined);

/** Whose account it shall be. */
export const chooserPage = (given: ChooserPage): string =>
  page(
    `Choose an account · ${given.label}`,
    html`<p class="issuer">${given.label}</p>
<h1>Choose an account</h1>
<p class="lead">to continue to <strong><bdi>${given.application}</bdi></strong></p>
${
  given.accounts.length > 0 &&
  html`<form method="post" action="${given.action}/account"><ul class="accounts">${given.accounts.map(account)}</ul></form>`
}
${another(given)}
<form method="post" action="${given.action}/cancel"><button class="quiet" data-testid="cancel">Cancel</button></form>`,
  );

import { html } from './html.js';
import { page } from './layout.js';

export type SignOutPage = {
  readonly label: string;
  /** Who asks, if it is known. */
  readonly application: string | undefined;
  readonly people: readonly { readonly name: string; readonly detail: string }[];
  /** Where the forms go, without the last step. */
  readonly action: string;
};

/** Whether it shall be: another site may have sent the browser here. */
export const signOutPage = ({ label, application, people, action }: SignOutPage): string =>
  page(
    `Sign out · ${label}`,
    html`<p class="issuer">${label}</p>
<h1>Sign out of ${label}?</h1>
<p class="lead">${application ? html`<strong><bdi>${application}</bdi></strong> asks for it. ` : ''}Signed in with this browser:</p>
<ul class="shared" data-testid="signed-in">${people.map(
      ({ name, detail }) =>
        html`<li><bdi>${name}</bdi><br><span class="detail"><bdi>${detail}</bdi></span></li>`,
    )}</ul>
<div class="choices">
<form method="post" action="${action}/confirm"><button class="primary" data-testid="sign-out">Sign out</button></form>
<form method="post" action="${action}/stay"><button class="quiet" data-testid="stay">Stay signed in</button></form>
</div>`,
  );

/** How it ended, where no client waits for the browser. */
export const signedOutPage = (label: string, still: boolean): string =>
  page(
    `${still ? 'Still signed in' : 'Signed out'} · ${label}`,
    html`<p class="issuer">${label}</p>
<h1 data-testid="signed-out">${still ? 'You are still signed in' : 'You are signed out'}</h1>
<p class="lead">${still ? 'Nothing has changed.' : `Nobody is signed in at ${label} in this browser.`} You can close this page.</p>`,
  );

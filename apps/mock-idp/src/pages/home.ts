import { html } from './html.js';
import { page } from './layout.js';

export type HomePage = {
  readonly issuers: readonly { readonly label: string; readonly issuer: string; readonly profile: string }[];
  readonly control: string | undefined;
};

const discovery = '/.well-known/openid-configuration';

/** What runs here, and how to point a client at it. */
export const homePage = ({ issuers, control }: HomePage): string =>
  page(
    'Identity stand-in',
    html`<h1>Identity stand-in</h1>
<p class="lead">OpenID Connect providers for development and tests. Point a client at one of them by its discovery document.</p>
<ul class="issuers">${issuers.map(
      ({ label, issuer, profile }) => html`<li><h2>${label}</h2>
<p class="detail">Profile ${profile}. Issuer <code>${issuer}</code></p>
<p><a href="${issuer}${discovery}">Discovery document</a></p></li>`,
    )}</ul>
<h2>Clients and people</h2>
${
  control
    ? html`<p>Register a client, or make a person, from this machine:</p>
<pre tabindex="0"><code>curl ${control}/clients -H 'content-type: application/json' \\
  -d '{"issuer":"google","name":"My shop","redirectUris":["http://localhost:3000/callback"]}'
curl ${control}/people -H 'content-type: application/json' \\
  -d '{"id":"grace","name":"Grace Okafor","email":"grace.okafor@gmail.com"}'</code></pre>`
    : html`<p>The control API is off.</p>`
}`,
    'wide',
  );

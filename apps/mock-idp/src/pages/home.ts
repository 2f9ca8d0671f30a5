import { type Html, html } from './html.js';
import { page } from './layout.js';

export type ShownIssuer = {
  readonly key: string;
  readonly label: string;
  readonly issuer: string;
  readonly profile: string;
  readonly authorization: string;
  readonly token: string;
  readonly userinfo: string;
  readonly keys: string;
};

export type HomePage = {
  /** Empty at the root. */
  readonly namespace: string;
  readonly url: string;
  readonly root: string;
  readonly issuers: readonly ShownIssuer[];
  readonly namespaces: readonly string[];
  /** Whether the control API answers. */
  readonly control: boolean;
};

const discovery = '/.well-known/openid-configuration';

const profiles: Readonly<Record<string, string>> = {
  google: 'Answers as Google does',
  'google-2025': 'Google before a code came with iss',
  strict: 'OpenID Connect by the letter',
  brand: 'A brand’s own server: PKCE required, codes by back channel',
};

const setting = (name: string, value: string): Html => html`<dt>${name}</dt><dd><code>${value}</code></dd>`;

const issuerSection = ({
  key,
  label,
  issuer,
  profile,
  ...at
}: ShownIssuer): Html => html`<li data-testid="issuer-${key}">
<h2>${label} <span class="tag">${profile}</span></h2>
<p class="detail">${profiles[profile] ?? 'An OpenID provider'}. <a href="${issuer}${discovery}">Discovery document</a></p>
<dl class="members settings">
${setting('Issuer', issuer)}
${setting('Authorization', at.authorization)}
${setting('Token', at.token)}
${setting('Userinfo', at.userinfo)}
${setting('Keys', at.keys)}
</dl>
</li>`;

const registering = ({
  url,
  issuers: [first],
}: HomePage): Html => html`<h2>Register a client, make a person</h2>
<p>From this machine, while it runs. The answer holds the client’s id and secret.</p>
<pre tabindex="0"><code>curl ${url}/control/clients -H 'content-type: application/json' \\
  -d '{"issuer":"${first?.key}","name":"My shop","redirectUris":["http://localhost:3000/callback"]}'

curl ${url}/control/people -H 'content-type: application/json' \\
  -d '{"id":"grace","name":"Grace Okafor","email":"grace.okafor@gmail.com"}'</code></pre>
<p>And a sign-in without a browser, for tests of an API:</p>
<pre tabindex="0"><code>curl ${url}/control/sign-in -H 'content-type: application/json' \\
  -d '{"issuer":"${first?.key}","clientId":"…","person":"grace"}'</code></pre>
<ul class="links">
<li><a href="${url}/journal">Journal</a>: what was asked and answered, secrets struck out</li>
<li><a href="${url}/control/">Routes of the control API</a>: the reference is <code>docs/stand-in/control.md</code></li>
</ul>`;

const namespaceSection = ({ namespace, root, namespaces }: HomePage): Html =>
  namespace
    ? html`<h2>Namespaces</h2>
<p>This is <code>${namespace}</code>, a world of its own: people, clients, clock and keys are nobody else’s. <a href="${root}/">Back to the root</a></p>`
    : html`<h2>Namespaces</h2>
<p>Put <code>/t/any-name</code> before a path and there is a world of its own, made when it is first used: one for each test worker.</p>
${
  namespaces.length > 0 &&
  html`<ul class="namespaces" data-testid="namespaces">${namespaces.map((name) => html`<li><a href="${root}/t/${name}/"><code>${name}</code></a></li>`)}</ul>`
}`;

/** What runs here, and how to point a client at it. */
export const homePage = (given: HomePage): string =>
  page(
    'Identity stand-in',
    html`<h1>Identity stand-in</h1>
<p class="lead">OpenID Connect providers for development and tests. Point a client at one of them by its issuer, or setting by setting.</p>
<ul class="issuers">${given.issuers.map(issuerSection)}</ul>
${given.control ? registering(given) : html`<h2>Control</h2><p>The control API is off, and the journal with it.</p>`}
${namespaceSection(given)}`,
    'wide',
  );

import { type Endpoint, endpoints } from '../http/index.js';
import type { JournalEntry, JournalFilter, Members } from '../journal/index.js';
import { type Html, html } from './html.js';
import { page } from './layout.js';

export type JournalPage = {
  /** Empty at the root. */
  readonly namespace: string;
  readonly url: string;
  readonly filter: JournalFilter;
  /** In the order they are shown. */
  readonly entries: readonly JournalEntry[];
};

const members = (title: string, all: Members): Html | undefined =>
  Object.keys(all).length > 0
    ? html`<h3>${title}</h3>
<dl class="members">${Object.entries(all).map(
        ([name, value]) =>
          html`<dt>${name}</dt><dd><code>${typeof value === 'string' ? value : value.join(' · ')}</code></dd>`,
      )}</dl>`
    : undefined;

const text = (title: string, body: string | undefined): Html | undefined =>
  body === undefined
    ? undefined
    : html`<h3>${title}</h3><pre tabindex="0"><code>${laidOut(body)}</code></pre>`;

/** JSON on lines of its own; anything else as it is. */
function laidOut(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}

const idToken = ({ idToken: content }: JournalEntry['answer']): Html | undefined =>
  text('ID token, without its signature', content && JSON.stringify(content));

const kindOf = (status: number): string => (status >= 400 ? 'refused' : 'good');

const row = ({
  id,
  at,
  endpoint,
  method,
  path,
  clientId,
  person,
  status,
  durationMs,
  faults,
  state,
  ...entry
}: JournalEntry): Html => html`<li>
<details data-testid="entry-${id}">
<summary>
<span class="when">${at.slice(11, 19)}</span>
<span class="what"><strong>${endpoint}</strong> <span class="detail">${method} ${path}</span></span>
<span class="status ${kindOf(status)}">${status}</span>
<span class="whom">${person && html`<strong>${person}</strong> `}${
  faults.length > 0 && html`<span class="fault">${faults.join(', ')}</span> `
}${clientId}</span>
</summary>
<div class="opened">
${members('Exchange', {
  when: `${at} by the clock, ${entry.wall} by the machine`,
  took: `${durationMs} ms`,
  ...(clientId === undefined ? {} : { client: clientId }),
  ...(person === undefined ? {} : { person }),
  ...(state === undefined ? {} : { state }),
  ...(faults.length > 0 ? { 'bent by': faults } : {}),
})}
${members('Query', entry.request.query)}
${members('Form', entry.request.form ?? {})}
${text('Body', entry.request.body)}
${members('Headers of the request', entry.request.headers)}
${members('Headers of the answer', entry.answer.headers)}
${text('Answer', entry.answer.body)}
${idToken(entry.answer)}
</div>
</details>
</li>`;

const option = (endpoint: Endpoint, chosen: boolean): Html =>
  html`<option${chosen && html` selected`}>${endpoint}</option>`;

const filterForm = ({
  client,
  person,
  state,
  endpoint,
}: JournalFilter): Html => html`<form class="filter" method="get">
<label>Client <input name="client" value="${client}" autocomplete="off" spellcheck="false"></label>
<label>Person <input name="person" value="${person}" autocomplete="off" spellcheck="false"></label>
<label>State <input name="state" value="${state}" autocomplete="off" spellcheck="false"></label>
<label>Endpoint <select name="endpoint"><option value="">all</option>${endpoints.map((one) => option(one, one === endpoint))}</select></label>
<button class="primary">Show</button>
</form>`;

/** What was asked and what was answered, for whoever wonders why. */
export const journalPage = ({ namespace, url, filter, entries }: JournalPage): string =>
  page(
    'Journal · Identity stand-in',
    html`<p class="issuer"><a href="${url}/">Identity stand-in</a>${namespace && html` · namespace <code>${namespace}</code>`}</p>
<h1>Journal</h1>
<p class="lead">The last exchanges, newest first. Secrets are struck out: equal marks stand for equal secrets. As JSON: <code>${url}/control/journal</code></p>
${filterForm(filter)}
${
  entries.length > 0
    ? html`<ol class="journal" data-testid="journal">${entries.map(row)}</ol>`
    : html`<p class="empty">Nothing has been asked yet${Object.keys(filter).length > 0 ? ' that fits' : ''}.</p>`
}`,
    'full',
  );

import { type Exchange, sendHtml } from '../http/index.js';
import { journalFilter } from '../journal/index.js';
import type { Namespace } from '../namespace/index.js';
import { journalPage } from '../pages/index.js';
import { readQuery } from './read.js';
import { Refused } from './refused.js';
import type { Route } from './route.js';

export const journalRoutes: Readonly<Record<string, Route>> = {
  'GET /journal': ({ namespace: { journal }, query }) => ({
    status: 200,
    body: journal.entries(readQuery(query, journalFilter)),
  }),
  'DELETE /journal': ({ namespace: { journal } }) => {
    journal.clear();
    return { status: 204 };
  },
};

/** The same as a page, newest first. */
export function showJournal({ name, url, journal }: Namespace, exchange: Exchange): void {
  if (exchange.req.method !== 'GET' && exchange.req.method !== 'HEAD')
    throw new Refused(405, { error: 'method_unknown', message: 'The page is read by GET.' });
  const filter = readQuery(exchange.url.searchParams, journalFilter);
  const entries = journal.entries(filter).toReversed();
  sendHtml(exchange, 200, journalPage({ namespace: name, url, filter, entries }));
}

import type { IncomingMessage } from 'node:http';
import type { Answer, Notes } from '../http/index.js';
import { keptBody, tokenContent } from './body.js';
import type { JournalEntry } from './entry.js';
import { answerHeaders, requestHeaders } from './headers.js';
import type { Strike } from './strike.js';

/** One exchange, as it was. */
export type Happened = {
  /** As the control API names the issuer. */
  readonly issuer: string;
  /** As it came, before anything was put into other words. */
  readonly request: Pick<IncomingMessage, 'method' | 'url' | 'headers'> & { readonly body: Buffer };
  readonly notes: Notes;
  /** Whom it is about, by the person's id. */
  readonly person: string | undefined;
  readonly at: Date;
  readonly wall: Date;
  readonly durationMs: number;
  /** What the provider answered. */
  readonly honest: Answer;
  /** What was sent, where that is another. */
  readonly sent?: Answer | undefined;
  /** What bent it. */
  readonly faults?: readonly string[];
};

function requestOf(
  strike: Strike,
  { headers, body, url = '' }: Happened['request'],
): JournalEntry['request'] {
  const query = strike.members(new URLSearchParams(url.split('?').slice(1).join('?')));
  const type = headers['content-type'] ?? '';
  const kept = { query, headers: requestHeaders(strike, headers) };
  if (body.length === 0) return kept;
  if (type.startsWith('application/x-www-form-urlencoded'))
    return { ...kept, form: strike.members(new URLSearchParams(body.toString('utf8'))) };
  return { ...kept, body: keptBody(strike, body, type) ?? '' };
}

function answerOf(strike: Strike, { headers, body }: Answer): JournalEntry['answer'] {
  const location = typeof headers['location'] === 'string' ? headers['location'] : undefined;
  const idToken = tokenContent(strike, body, location);
  const kept = keptBody(strike, body, String(headers['content-type'] ?? ''));
  return {
    headers: answerHeaders(strike, headers),
    ...(kept === undefined ? {} : { body: kept }),
    ...(idToken === undefined ? {} : { idToken }),
  };
}

function draft(strike: Strike, happened: Happened): Omit<JournalEntry, 'id'> {
  const { issuer, request, notes, person, at, wall, durationMs, honest, faults = [] } = happened;
  const sent = happened.sent ?? honest;
  if (sent !== honest) answerOf(strike, honest);
  const { clientId, state } = notes;
  return {
    at: at.toISOString(),
    wall: wall.toISOString(),
    issuer,
    endpoint: notes.endpoint ?? 'other',
    method: request.method ?? '',
    path: strike.path((request.url ?? '').split('?')[0] ?? ''),
    ...(clientId === undefined ? {} : { clientId: strike.text(clientId).slice(0, 300) }),
    ...(person === undefined ? {} : { person }),
    ...(state === undefined ? {} : { state: strike.text(state).slice(0, 1000) }),
    status: sent.status,
    durationMs: Math.round(durationMs * 10) / 10,
    faults,
    request: requestOf(strike, request),
    answer: answerOf(strike, sent),
  };
}

/** Written twice: what is learnt to be a secret at the end is struck at the beginning too. */
export function compose(strike: Strike, happened: Happened): Omit<JournalEntry, 'id'> {
  draft(strike, happened);
  strike.begin();
  return draft(strike, happened);
}

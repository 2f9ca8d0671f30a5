import { type WebhookType, webhookTypes } from '@countersign/contracts';
import type { Speech } from '../speech';

type English = Speech<'one' | 'other'>;

/** What came of one try. */
const outcomes = {
  delivered: (status: number | null) => `Delivered: answered ${status}`,
  refused: (status: number | null) => `Refused: answered ${status}`,
  redirected: (status: number | null) => `Not followed: answered ${status}, a redirect`,
  gone: () => 'Answered 410: the endpoint is gone',
  timeout: () => 'No answer within 15 seconds',
  unreachable: () => 'Could not be reached',
  address_forbidden: () => 'Not sent: the address is private, local or reserved',
  headers_too_large: () => 'The headers of the answer were too large',
};

const form = {
  address: 'Address',
  addressNote:
    'An address of the open internet that begins with https://. It is asked by POST and answers with a status of 2xx.',
  name: 'Name, for you',
  nameHint: 'Our CRM',
  events: 'Events',
  noEvents: 'Choose at least one event.',
  types: (type: WebhookType): string => webhookTypes[type],
  along: 'What goes along',
  always: 'Always: ids, the consumer’s issuer and subject, and where each fact comes from. Never a token.',
  facts: 'Values of facts',
  factsNote:
    'With facts.changed, and what a card says with card.changed. Personal data leaves the service: send it only to a system that may have it.',
  texts: 'Texts of messages',
  textsNote: 'With message.created: what customers and agents wrote.',
  checking: 'Checking the address…',
  add: 'Add the endpoint',
  save: 'Save',
};

const secret = {
  label: 'Signing secret',
  made: 'The signing secret',
  rotated: 'The new signing secret',
  once: 'Copy it now: it is not shown again. Your system checks with it that an event comes from here.',
  both: 'For 24 hours each event is signed by the secret before as well, so nothing is refused meanwhile.',
  copy: 'Copy the signing secret',
  kept: 'I have kept it',
};

const acts = {
  more: 'More to do with this endpoint',
  send: 'Send',
  sendTest: ' a test event',
  testSent: 'A test event is on its way.',
  edit: 'Edit',
  rotate: 'Turn the secret',
  rotateAsk: 'Turn the secret of this endpoint?',
  rotateText:
    'A new secret is made and shown once. The present one signs besides for 24 hours, then no more. One that was turned before stops at once.',
  rotateAct: 'Turn it',
  turnOn: 'Turn it on',
  turnOff: 'Turn it off',
  remove: 'Remove',
  removeAsk: 'Remove this endpoint?',
  removeText: 'Nothing more is sent to it, and its log goes with it. What waits for it is not sent.',
  removeAct: 'Remove it',
};

const replay = ({ count }: English) => ({
  act: 'Replay',
  failed: 'Replay failed',
  title: 'Send failed events again',
  text: 'Those given up, and those waiting after a bad answer. Each keeps its id, so your system can tell what it has already.',
  within: 'Of what happened in',
  spans: { 1: 'the last hour', 24: 'the last 24 hours', 72: 'the last 3 days', 336: 'the last 14 days' },
  again: 'Send again',
  done: (events: number) =>
    count(events, { one: 'One event is sent again.', other: '# events are sent again.' }),
});

const log = ({ count, number }: English) => ({
  title: 'Events, as they are sent',
  show: 'Show',
  all: 'All',
  loading: 'Loading the events',
  failed: 'The events could not be loaded',
  none: 'Nothing was sent yet',
  noneText: 'Send a test event, or wait until something happens.',
  noneSuch: 'None like that',
  noneSuchText: 'Others may have come: show all.',
  older: 'Show older',
  notSent: 'Not sent yet',
  tries: (tries: number) => count(tries, { one: ', one try', other: ', # tries' }),
  states: { delivered: 'Delivered', waiting: 'Waiting', given_up: 'Given up', retrying: 'Retrying' },
  loadingOne: 'Loading the event',
  back: 'Back to the endpoint',
  missing: 'There is no such event',
  happened: 'Happened {ago}',
  copyId: 'Copy the id',
  attempts: 'Attempts',
  try: (which: number, byHand: boolean, took: string) =>
    `Try ${number(which)}${byHand ? ', asked for by hand' : ''}, {ago}, took ${took}`,
  took: (ms: number) => (ms < 1_000 ? `${number(ms)} ms` : `${(ms / 1_000).toFixed(1)} s`),
  answered: 'It answered: ',
  soon: 'Sent in a moment',
  again: (at: string) => `Tried again at ${at}`,
  body: 'Body',
  bodyNote:
    'As it would be sent now. What it is about is read when it is sent, so who was erased is in no log.',
});

/** Endpoints of the brand's own systems, and what was sent to them. */
export const webhooks = (speech: English) => ({
  title: 'Webhooks',
  loading: 'Loading the endpoints',
  failed: 'The endpoints could not be loaded',
  none: 'No endpoint yet',
  noneText: 'Add the address of a system of yours. It is told what happens, as it happens.',
  add: 'Add',
  full: (limit: number) => `${speech.number(limit)} of ${speech.number(limit)}`,
  delivered: (events: number) => `${speech.number(events)} delivered in 24 h`,
  waiting: (events: number) => `, ${speech.number(events)} waiting`,
  counts: (delivered: number, waiting: number, givenUp: number) =>
    `${speech.number(delivered)} delivered, ${speech.number(waiting)} waiting, ${speech.number(givenUp)} given up in 24 hours`,
  states: { on: 'On', failing: 'Failing', off: 'Off' },
  trouble: {
    failing: 'The last answers were no good. Events wait and are tried again, for three days each.',
    gone: 'It was turned off: it answered 410, which says that nothing is wanted there any more.',
    failed_for_days: 'It was turned off: it has not taken one event for five days.',
    off: 'It is off. What happens now is not kept for it; what waited before still waits.',
    since: ' Since {ago}.',
  },
  begin: 'Tell your own systems what happens',
  beginText:
    'A CRM, a ticket system or a script of yours gets an event for each conversation, sign-in and change of facts: signed, tried again for three days, and logged.',
  choose: 'What was sent, and what came of it',
  chooseText: (days: number) =>
    `Choose an endpoint: each event stands there with every attempt to deliver it. Kept for ${speech.number(days)} days.`,
  addTitle: 'Add an endpoint',
  added: 'The endpoint is there',
  back: 'Back to the endpoints',
  toList: 'To the endpoints',
  missing: 'There is no such endpoint',
  missingText: 'It may have been removed, or belong to another brand.',
  settings: 'What it is told, and where',
  address: 'Address',
  copyAddress: 'Copy the address',
  events: 'Events',
  along: 'Goes along',
  goesAlong: (facts: boolean, texts: boolean) => {
    const along = [facts && 'values of facts', texts && 'texts of messages'].filter(Boolean).join(' and ');
    return along ? `Ids, provenance, ${along}` : 'Ids and provenance';
  },
  addedAt: 'Added',
  secretTerm: 'Secret',
  former: (until: string) => `Turned: the one before signs besides, until ${until}`,
  outcomes,
  form,
  secret,
  acts,
  replay: replay(speech),
  log: log(speech),
});

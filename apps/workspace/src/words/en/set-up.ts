import type { Milestone } from '@countersign/contracts';
import type { Speech } from '../speech';

type Told = {
  readonly title: string;
  /** How it comes about. */
  readonly how: string;
  /** Where it is taken. */
  readonly go?: string;
};

/** What each step is, and where it is taken. */
const milestones: Record<Milestone, Told> = {
  brand_made: { title: 'Make the brand', how: 'Done when you signed up.' },
  issuer_answered: {
    title: 'Find who vouches for your customers',
    how: 'Type the address of your sign-in provider. It is seen when the provider answers, or your keys are read.',
    go: 'Find the provider',
  },
  connection_made: {
    title: 'Make a connection',
    how: 'Say how your customers prove who they are: it takes a client at your provider, or a key of yours.',
    go: 'Make a connection',
  },
  widget_seen: {
    title: 'Show the chat on a page',
    how: 'Paste the snippet. It is seen when the chat loads on an address you allowed.',
    go: 'Copy the snippet',
  },
  proof_came_back: {
    title: 'Sign in once',
    how: 'Open the chat and sign in, as a customer would. It is seen when the provider sends something back.',
    go: 'Try the sign-in',
  },
  first_verified: {
    title: 'Be verified',
    how: 'Every check passed. Where one does not, the trace says which, and what to do.',
    go: 'Read the trace',
  },
  first_message: { title: 'Write the first message', how: 'In the chat, as a customer.' },
  first_answer: {
    title: 'Answer it',
    how: 'In the queue: take the conversation, see the seal beside the name, and answer.',
    go: 'To the queue',
  },
};

const list = ({ name }: Speech<'one' | 'other'>) => ({
  lead: 'Each is one way in which your customers prove who they are.',
  make: 'New connection',
  none: 'No connection yet. It takes the address of your sign-in provider.',
  begun: (issuer: string | undefined) =>
    `You have begun a connection${issuer ? ` by ${name(issuer)}` : ''}. `,
  goOn: 'Go on with it',
  edit: 'Edit',
  attempts: 'Attempts',
  remove: 'Remove',
  removeAsk: (key: string) => `Remove ${name(key)}?`,
  removeText:
    'Whoever is signed in by it is signed out at once, and pages that name it open no chat. What was said is kept.',
  removeAct: 'Remove the connection',
});

const edit = ({ name }: Speech<'one' | 'other'>) => ({
  title: 'Connection',
  provider: 'At the provider',
  providerNote: 'What is registered there for the chat.',
  label: 'Label',
  minimum: 'Who may chat',
  minima: {
    anonymous: 'Anybody; whoever signs in is verified',
    verified: 'Only who is verified',
  },
  minutes: 'Minutes a proof counts',
  secretKept: 'Kept as it is',
  secretNote: 'Write-only. Left empty, it stays as it is, unless the issuer or the client changes.',
  pagesNote: 'Origins, one a line.',
  facts: 'Facts',
  factsNote: 'One a line: the claim, a colon, the fact.',
  shared: (others: readonly string[]) => `The issuer is shared with ${others.map(name).join(', ')}.`,
  trust: 'This changes whom you trust.',
  trustSecret: 'The client secret is cleared and has to be given anew. ',
  trustText:
    'Everybody who is signed in by this connection is signed out, and the audit log says that you did it.',
});

/** What a brand's developer sets up, and how far they have come. */
export const setUp = (speech: Speech<'one' | 'other'>) => ({
  pages: {
    overview: 'Overview',
    connection: 'Connections',
    install: 'Install',
    look: 'Look',
    team: 'Brand and team',
    keys: 'Keys',
  },
  title: (brand: string) => `Set up ${speech.name(brand)}`,
  finished: 'Your chat is set up',
  lead: 'From here to a chat in which you know who writes. Each step turns green by itself, when the service has seen it happen.',
  steps: 'Steps done',
  progress: (done: number, all: number) => `${speech.number(done)} of ${speech.number(all)} steps`,
  looking: 'Looking',
  states: { done: 'Done: ', next: 'Next: ', later: 'To do: ' },
  seen: 'Seen {ago}',
  milestones,
  save: 'Save',
  saved: 'Saved.',
  copy: (what: string) => `Copy ${what}`,
  /** What is wrong with a field, as a sentence goes on after its label. */
  wrong: (label: string, error: string) => `${label} ${error}.`,
  loadAnew: 'Load anew',
  notRight: 'Some of it is not right yet: see the fields that are marked.',
  /** Members of a connection, wherever they are asked for. */
  fields: {
    issuer: 'Issuer',
    clientId: 'Client id',
    clientSecret: 'Client secret',
    redirectUri: 'Redirect URI',
    redirectUris: 'Redirect URIs',
    logoutUri: 'Back-channel logout URI',
    audience: 'Audience of tokens (aud)',
    pages: 'Pages',
  },
  list: list(speech),
  edit: edit(speech),
});

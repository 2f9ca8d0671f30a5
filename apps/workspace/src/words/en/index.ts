import type { Speech } from '../speech';
import { bills } from './bills';
import { brand } from './brand';
import { canned } from './canned';
import { cards } from './cards';
import { connections } from './connections';
import { conversation } from './conversation';
import { create } from './create';
import { customers } from './customers';
import { duty } from './duty';
import { identity } from './identity';
import { notices } from './notices';
import { palette } from './palette';
import { panel } from './panel';
import { queue } from './queue';
import { search } from './search';
import { setUp } from './set-up';
import { settings } from './settings';
import { shell } from './shell';
import { signIn } from './sign-in';
import { time } from './time';
import { together } from './together';
import { trouble } from './trouble';
import { webhooks } from './webhooks';
import { wizard } from './wizard';

/** All that the workspace says. A key that stands here stands in every language: the types see to it. */
export const english = (speech: Speech<'one' | 'other'>) => ({
  pages: {
    conversations: 'Conversations',
    conversation: 'Conversation',
    search: 'Search',
    customers: 'Customers',
    signIn: 'Sign in',
    connections: 'Connections',
    connection: 'Connection',
    attempt: 'Attempt',
    tryToken: 'Try a token',
    create: 'Create a brand',
    setup: 'Set-up',
    newConnection: 'New connection',
    install: 'Install',
    look: 'Look',
    team: 'Brand and team',
    keys: 'Keys',
    preview: 'The chat as it would look',
    webhooks: 'Webhooks',
    webhook: 'Webhook endpoint',
    newWebhook: 'Add an endpoint',
    webhookEvent: 'Webhook event',
  },
  bills: bills(speech),
  brand: brand(speech),
  canned: canned(),
  cards: cards(speech),
  connections: connections(speech),
  conversation: conversation(speech),
  create: create(speech),
  customers: customers(speech),
  duty: duty(),
  identity: identity(speech),
  notices: notices(),
  palette: palette(speech),
  panel: panel(speech),
  queue: queue(speech),
  search: search(speech),
  settings: settings(speech),
  setUp: setUp(speech),
  shell: shell(speech),
  signIn: signIn(speech),
  time: time(speech),
  together: together(speech),
  trouble: trouble(),
  webhooks: webhooks(speech),
  wizard: wizard(speech),
});
export type Words = ReturnType<typeof english>;

import type { Speech } from '../speech';

/** Customers, as leads look at them. */
export const customers = ({ count, number }: Speech<'one' | 'other'>) => ({
  title: 'Customers',
  search: 'Search customers',
  searchHint: 'Subject, account or name',
  searchNote: (names: number) =>
    `Subjects by their beginning, accounts exactly, names among the ${number(names)} customers who came last.`,
  loading: 'Loading customers',
  failed: 'Customers could not be loaded',
  none: 'No customer yet',
  noneText: 'Whoever proves who they are in the chat stands here from then on.',
  notFound: 'Nobody is found by that',
  notFoundText:
    'Names are encrypted, each with a key of its own, so only some are looked through. A subject or an account finds anybody.',
  choose: 'Who is it, and who says so',
  chooseText:
    'Choose a customer: verified facts with their source, what pages say, conversations and sessions. Each look is written into the audit log.',
  missing: 'There is no such customer',
  missingText: 'They may have been erased, or belong to another brand.',
  toList: 'To the customers',
  here: 'Signed in now',
  since: 'First seen ',
  lookNoted: 'This look was written into the audit log.',
  subject: 'Subject',
  issuer: 'Issuer',
  id: 'Id',
  copyId: 'Copy the id',
  copySubject: 'Copy the subject',
  former: 'Verified before',
  formerNote: 'Another value took its place. Nothing to rely on now.',
  formerUntil: 'until',
  formerPages: 'From pages before',
  formerPagesNote: 'In browsers that are signed in no more. Not proof of anything.',
  visits: (visits: number) => count(visits, { one: '# visit', other: '# visits' }),
  conversations: 'Conversations',
  noConversations: 'No conversation is kept.',
  lines: (lines: number) => count(lines, { one: '# line', other: '# lines' }),
  states: { waiting: 'Waiting', taken: 'Taken', ended: 'Ended' },
  sessions: 'Signed in now',
  noSessions: 'Nowhere.',
  holdsUntil: 'Holds until ',
  by: (connection: string) => `By ${connection}`,
  signOut: 'Sign out everywhere',
  signOutAsk: 'Sign this customer out everywhere?',
  signOutText:
    'Every browser and device is signed out at once. Facts are hidden there. They can sign in again.',
  signedOut: (sessions: number) =>
    count(sessions, { one: '# session was ended.', other: '# sessions were ended.' }),
  export: 'Export',
  erase: 'Erase',
  eraseAsk: 'Erase this customer?',
  eraseText: (conversations: number, facts: number) =>
    `${count(conversations, { one: '# conversation', other: '# conversations' })} with all messages and files, ` +
    `${count(facts, { one: '# fact', other: '# facts' })}, every session and the key that encrypts them are gone for good. It cannot be taken back.`,
  eraseAct: 'Erase for good',
  more: 'More to do with this customer',
});

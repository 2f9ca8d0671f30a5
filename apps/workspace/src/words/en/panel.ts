import type { FactGroup } from '@countersign/claims';
import type { Speech } from '../speech';

const groups: Record<FactGroup, string> = {
  identity: 'Identity',
  account: 'Account',
  package: 'Package',
  billing: 'Billing',
  other: 'More',
  page: 'More',
};

const vouched = {
  by: 'Vouched by',
  wayOf: 'By way of',
  key: 'Signed with',
  until: 'Holds until',
  trace: 'See every check of the proof',
};

const origin = {
  issuer: 'Issuer',
  source: 'By way of',
  key: 'Key',
  told: 'Told',
  until: 'Until',
  session: 'as long as the session holds',
};

/** How much there is of each kind. */
const glance = (count: Speech<'one' | 'other'>['count']) => ({
  verified: (facts: number) => count(facts, { one: '# verified', other: '# verified' }),
  was: (facts: number) => count(facts, { one: '# was verified', other: '# were verified' }),
  page: (facts: number) => count(facts, { one: '# claimed by the page', other: '# claimed by the page' }),
  conflicts: (conflicts: number) => count(conflicts, { one: '# conflict', other: '# conflicts' }),
});

/** The identity panel. */
export const panel = ({ count, number }: Speech<'one' | 'other'>) => ({
  title: 'Identity',
  back: 'Back to the conversation',
  signedInAt: (issuer: string | null) => (issuer ? `Signed in at ${issuer} {ago}` : 'Signed in there {ago}'),
  byMeans: ', by {means}',
  relaxed: (checks: number) =>
    count(checks, {
      one: 'LivePerson mode: # check is less strict',
      other: 'LivePerson mode: # checks are less strict',
    }),
  asOf: (when: string | null) =>
    when ? `As of ${when}, when the proof ended` : 'As of when the proof ended',
  withheld: {
    ended: 'A customer’s facts are shown only while the conversation is open.',
    others: (agent: string) => `The customer’s facts are for ${agent}, who has this conversation.`,
    untaken: 'Take the conversation to see the customer’s facts.',
  },
  verified: 'Verified',
  proven: 'Proven. You can rely on it while the proof holds.',
  disputed: 'Not what is verified',
  now: 'now',
  glance: glance(count),
  vouched,
  groups,
  whereFrom: (fact: string) => `: where ${fact} comes from`,
  showWho: 'Show who says so',
  updated: 'updated',
  fromThePage: 'From the page',
  noProof: 'Sent by the web page. Not proof of anything.',
  claimed: 'Claimed: ',
  profile: (issuer: string | null) => (issuer ? `From their ${issuer} profile` : 'From their profile'),
  unchecked: (issuer: string | null) => `${issuer ?? 'The issuer'} passes this on and does not check it.`,
  conflicts: (conflicts: number) => count(conflicts, { one: 'A conflict', other: '# conflicts' }),
  conflictNow: 'The page says something else than what is verified. Go by the verified value.',
  conflictThen: 'The page says something else than what was verified while the proof held.',
  claimedByPage: 'claimed by the page',
  history: 'History of identity',
  earlier: (events: number) => `${number(events)} earlier`,
  refused: 'The page presented a proof that was refused',
  whyRefused: 'Why it was refused',
  trace: {
    title: 'How we know',
    open: 'Every check of the proof, in order',
    whole: 'The whole trace',
    ofEvent: 'Its trace',
  },
  origin,
  ask: { 'sign-in': 'Ask to sign in', 'step-up': 'Ask to confirm it is them' },
  asked: {
    'sign-in': (by: string | null) => (by ? `Asked to sign in by ${by}` : 'Asked to sign in'),
    'step-up': (by: string | null) =>
      by ? `Asked to confirm it is them by ${by}` : 'Asked to confirm it is them',
  },
  signOut: 'Sign out everywhere',
  signOutTitle: 'Sign this customer out everywhere?',
  signOutText:
    'Every browser and app of theirs closes this chat within a second. They have to sign in again to go on.',
  yes: 'Yes',
  no: 'No',
});

import { rejectionReasons } from '@countersign/claims';
import type { AttemptSummary, ConnectionHealth } from '@countersign/contracts';
import type { Speech } from '../speech';

type English = Speech<'one' | 'other'>;

const attempts = {
  title: 'Attempts, as they happen',
  loading: 'Loading the attempts',
  failed: 'The attempts could not be loaded',
  none: 'No proof has been presented yet',
  noneText: 'Open the chat on a page whose tag says {tag}. What becomes of it shows here by itself.',
  noneSuch: 'None like that',
  noneSuchText: 'Others may have come: choose another outcome or reason.',
  older: 'Show older',
  loadingOlder: 'Loading…',
  outcome: 'Outcome',
  outcomes: { verified: 'Verified', declined: 'Declined', rejected: 'Refused' },
  all: 'All',
  reason: 'Reason',
  any: 'Any',
  from: 'from ',
  turnedAway: 'turned away at the attempt',
  find: 'Find an attempt by its id',
  findAct: 'Find the attempt',
  /** Its example stands behind it. */
  idIs: 'An attempt’s id has 36 characters, such as {example}.',
};

const attempt = {
  title: 'Attempt at {connection}',
  back: 'Back to the attempts of the connection',
  copy: 'Copy the attempt’s id',
  begun: {
    first: 'Begun {ago}, when the chat was opened',
    renew: 'Begun {ago}, when the proof had to be renewed',
    'step-up': 'Begun {ago}, when a stronger proof was asked for',
    other: 'Begun {ago}, when the page was asked',
  },
  turnedAway: 'Presented again, and turned away',
  loading: 'Loading the trace',
  notFound: 'Its id may be mistyped, it may be another brand’s, or older than traces are kept.',
  notKept: 'The connection refused more proofs that day than traces are kept of. Later ones are here.',
};

const tester = {
  title: 'Try a token',
  back: 'Back to the connection',
  text: 'It is judged as an attempt would judge it, by every check but those that need an attempt: nonce, freshness and single use read “not tried”.',
  what: 'What do you have?',
  kinds: { token: 'A token', code: 'A code' },
  usesUp: 'This uses the code up: the provider swaps it once, and nobody can use it afterwards.',
  code: 'Code',
  redirectUri: 'Redirect URI the code was issued for',
  verifier: 'Code verifier',
  verifierNote: 'Where the code was asked for with a challenge (PKCE). Leave it empty otherwise.',
  token: 'Token',
  tokenNote:
    'Three parts where it is signed, five where it is encrypted. It may have expired: the trace says so.',
  connection: 'Connection',
  judging: 'Judging…',
  judge: 'Judge it',
  judgeCode: 'Use it up and judge it',
  notStored: 'Nothing you paste is stored or logged. No chat is opened.',
  outcome: 'What came of it',
};

/** Connections as developers look at them: how they do, what they demand, and the attempts. */
export const connections = ({ count, number }: English) => ({
  loading: 'Loading the connections',
  failed: 'The connections could not be loaded',
  none: 'No connection yet',
  noneText: 'Whoever runs the service makes the brand’s connections, by the operator’s API.',
  choose: (broken: number) =>
    broken === 0
      ? 'Why was it refused?'
      : count(broken, {
          one: 'One connection refuses every proof',
          other: '# connections refuse every proof',
        }),
  chooseText: (days: number) =>
    `Choose a connection: its attempts stand there as they happen, and each says which check failed, what was expected and seen, and what to do. Traces are kept for ${number(days)} days.`,
  missing: 'There is no such connection',
  missingText: 'It may have been removed, or belong to another brand.',
  toList: 'To the connections',
  back: 'Back to the connections',
  conditions: {
    silent: 'No attempt yet',
    well: 'Works',
    mixed: 'Refused some',
    broken: 'Refuses every proof',
  },
  latest: 'Last attempt ',
  /** What came in the last hour; null where nothing did. */
  hour({ verified, declined, rejected }: ConnectionHealth['hour']): string | null {
    const parts = [
      rejected > 0 && `${number(rejected)} refused`,
      verified > 0 && `${number(verified)} verified`,
      declined > 0 && `${number(declined)} declined`,
    ].filter((part) => part !== false);
    return parts.length === 0 ? null : `${parts.join(', ')} in the last hour`;
  },
  dropped: (rejected: number, dropped: number) =>
    `${number(rejected)} were refused today (UTC); the traces of ${number(dropped)} were not kept.`,
  settings: 'What a proof has to meet here',
  /** What became of a proof, in a sentence. Names of claims stand between backticks. */
  outcome({ outcome, reason }: Pick<AttemptSummary, 'outcome' | 'reason'>): string {
    if (outcome === 'verified') return 'Verified';
    if (outcome === 'declined') return 'Declined: nobody signed in.';
    return reason ? `Refused: ${rejectionReasons[reason]}` : 'Refused.';
  },
  milliseconds: (duration: number) => (duration < 1 ? 'under 1 ms' : `${number(Math.round(duration))} ms`),
  attempts,
  attempt,
  tester,
});

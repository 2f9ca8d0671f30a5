import type { AgentRole } from '@countersign/contracts';
import type { Speech } from '../speech';

const roles: Record<AgentRole, string> = {
  agent: 'Agent',
  lead: 'Lead',
  developer: 'Developer',
  admin: 'Admin',
};

const keys = {
  move: 'Move along the queue (arrows too)',
  open: 'Open the conversation',
  take: 'Take it',
  write: 'Write an answer',
  identity: 'Show who it is',
  leave: 'Leave the text field or a dialog',
  palette: 'Everything by its name',
  ends: 'To the first, to the last of the queue',
  note: 'Write a note to colleagues',
  assign: 'Give the conversation to somebody',
  search: 'Search what was written',
  yours: 'On to the next of yours',
  sheet: 'This sheet',
};

const listKeys = {
  move: 'Move along the list (arrows too)',
  ends: 'To the first, to the last',
  open: 'Open it',
  tryToken: 'Try what was pasted, in the token tester',
  palette: 'Everything by its name',
  sheet: 'This sheet',
};

/** What stands around everything. */
export const shell = ({ name }: Speech<'one' | 'other'>) => ({
  roles,
  /** Within a line. */
  roleIs: (role: AgentRole) => roles[role].toLowerCase(),
  close: 'Close',
  cancel: 'Cancel',
  tryAgain: 'Try again',
  loading: 'Loading',
  copied: 'Copied',
  copyRefused: 'Copying is not allowed here',
  showAll: (characters: string) => `Show all (${characters} characters)`,
  openAlone: 'Open by itself',
  seal: 'Verified',
  loadingDesk: 'Loading your conversations',
  waitsAtService:
    'Nothing is lost: conversations wait at the service. This page tries again every few seconds.',
  lineLost: 'The line to the service is down. Connecting again; what you write is kept and sent then.',
  connecting: 'Connecting…',
  broke: 'This page broke',
  brokeText: 'The fault is ours. Conversations and drafts are kept.',
  nothingHere: 'There is nothing at this address',
  nothingHereText: 'It may be mistyped.',
  toQueue: 'To the queue',
  demo: 'Demo',
  demoText: 'Demo: the brands, their customers and their bills are invented.',
  openShop: 'Open the shop',
  account: 'Account',
  roleAt: (role: AgentRole, brand: string) => `${roles[role]} at ${name(brand)}`,
  appearance: 'Appearance',
  themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
  language: 'Language',
  keyboard: 'Keyboard',
  letters: 'Letters alone do something',
  signOut: 'Sign out',
  stillSignedIn: 'You are still signed in',
  stillSignedInText: 'The service does not answer. Sign out again in a moment.',
  keys,
  /** On pages with a list at their side. */
  listKeys,
  gates: {
    lead: {
      title: 'This is for leads',
      text: () => 'Customers are looked at by whoever leads. Each look is written down.',
    },
    developer: {
      title: 'This is for developers of the brand',
      text: (brand: string) =>
        `Connections and traces are read by whoever ${name(brand)} has invited with the role developer.`,
    },
  },
});

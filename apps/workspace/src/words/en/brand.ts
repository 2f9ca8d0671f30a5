import type { AgentRole, ApiKeyRight } from '@countersign/contracts';
import type { Speech } from '../speech';

type English = Speech<'one' | 'other'>;

const does: Record<AgentRole, string> = {
  agent: 'Agent: answers',
  lead: 'Lead: answers, and looks into every conversation',
  developer: 'Developer: answers, and sets the chat up',
  admin: 'Admin: all of it, and says who answers',
};

const rights: Record<ApiKeyRight, string> = {
  'facts:write': 'Push facts',
  'facts:read': 'Read facts',
  'sessions:end': 'Sign customers out',
  'traces:read': 'Read traces',
};

const team = ({ name }: English) => ({
  lookOnly: 'Admins say who answers. You may look.',
  brand: 'The brand',
  brandNote: (slug: string) => `Short name ${name(slug)}. It stands in snippets, and does not change.`,
  name: 'Name',
  signIn: 'Your team signs in by {issuer}.',
  signInShared: 'Your team signs in by {issuer}, as everybody does who has no sign-in of their own.',
  team: 'Team',
  you: 'You',
  invited: 'Invited',
  noAddress: 'No address',
  send: 'Send them: ',
  copyLink: (who: string) => `Copy the link for ${name(who)}`,
  roleOf: (who: string) => `Role of ${name(who)}`,
  does,
  remove: 'Remove',
  removeAsk: (who: string) => `Remove ${name(who)}?`,
  removeText: 'They are out at once, wherever they are signed in. What they wrote stays.',
  invite: 'Invite',
  inviteTitle: 'Invite somebody',
  inviteNote: 'They sign in with this very address once; from then on their account counts, not the address.',
  address: 'Address',
  addressWrong: 'is no e-mail address',
  nameWrong: 'has to be 1 to 80 characters',
  nameNote: 'As customers see it.',
  role: 'Role',
});

const keys = {
  lead: 'For your backend alone: whatever comes from a page is refused.',
  api: 'API keys',
  apiNote:
    'To push facts, to sign customers out and to read traces. Two are live at once, so that you can change over.',
  made: 'made {ago}',
  withdraw: 'Withdraw',
  withdrawAsk: 'Withdraw this key?',
  withdrawText: 'Whatever still uses it is refused from now on.',
  rights,
  noConnection: 'A key is for connections: make one first.',
  for: 'For',
  may: 'It may',
  two: 'Two keys are live, as many as there may be: another withdraws the older one.',
  make: 'Make a key',
  once: 'This is your key. It is shown this once.',
  copy: 'Copy the API key',
  actions: {
    title: 'What customers accept',
    note: 'An offer or a bill that is accepted in the chat is carried out by your backend, at this address. Without it nothing can be proposed.',
    url: 'Address of your backend',
    urlNote: 'Begins with https://. It is asked by POST, signed, and answers what it did.',
    rotate: 'Rotate the secret',
    rotateAsk: 'Rotate the secret?',
    rotateText:
      'What is signed by the one before is refused by a backend that has the new one, and the other way round.',
    off: 'Turn off',
    offAsk: 'Carry nothing out?',
    offText: 'Nothing can be proposed to customers from now on.',
    once: 'This is the signing secret. It is shown this once.',
    copy: 'Copy the signing secret',
  },
  encryption: 'Encryption keys',
  encryptionNote:
    'Backends that encrypt their tokens encrypt to the current ones. They turn by themselves; a retired key opens what is on its way for a day.',
  rotate: 'Turn them now',
  rotateAsk: 'Turn the encryption keys?',
  rotateText:
    'The next keys are published. What was encrypted to the current ones is opened for one more day.',
  rotateAct: 'Turn them',
  states: { next: 'next', current: 'current', retired: 'retired' },
};

const look = ({ number }: English) => ({
  lead: 'Words and measures. Nothing of it can look like the seal of a verified fact.',
  chooseAccent: 'Choose the accent',
  accent: 'Accent',
  writtenLike: 'Written like #3f3fae.',
  contrast: (ink: 'white' | 'black', ratio: number) =>
    `Words on it are ${ink}: ${ratio.toFixed(1)} to 1, of at least 4.5.`,
  side: 'Side',
  sides: { auto: 'Automatic', right: 'Right', left: 'Left' },
  colours: 'Colours',
  schemes: { auto: 'Automatic', light: 'Light', dark: 'Dark' },
  corners: (radius: number) => `Corners: ${number(radius)} px`,
  launcher: 'Beside the launcher',
  launcherNote: 'Up to 30 characters. Empty: the icon alone.',
  greeting: 'Greeting',
  below: 'Below it',
  saved: 'Saved: this is what your pages show.',
  preview: 'The chat as it would look',
});

const install = {
  lead: 'Copy it into your page: your values are in it already.',
  none: 'A snippet names a connection: make one first.',
  for: 'For',
  copy: 'Copy',
  snippetFor: (label: string) => ` the snippet for ${label}`,
  backend: 'Backend',
  connection: 'Connection',
  values: 'Values',
  valuesNote: 'Should you write it yourself.',
  service: 'Service',
  brand: 'Brand',
  window: 'The chat in a window of its own',
  opensOn: 'Opens on: ',
  noPage: 'no page yet',
  changePages: 'Change the pages',
};

/** What is set up beside connections: the brand, its people, its keys, its look, its pages. */
export const brand = (speech: English) => ({
  team: team(speech),
  keys,
  look: look(speech),
  install,
});

import type { Discovered, DraftInput } from '@countersign/contracts';
import type { Speech } from '../speech';

type English = Speech<'one' | 'other'>;
type NotFound = Extract<Discovered, { found: false }>;

/** Why nothing was found, and what to do about it. */
const notFound = (name: English['name']) => {
  const at = ({ asked }: NotFound) => (asked ? ` at ${name(asked)}` : '');
  const inside: Record<string, string> = { 'a redirect': 'a redirect', 'too much': 'larger than 256 kB' };
  return {
    not_an_address: ({ seen }) => ({
      title: `This ${seen ?? 'is no address'}.`,
      todo: 'An issuer is written like https://login.example.com, with a path where it has one, and nothing behind it.',
    }),
    not_https: () => ({
      title: 'The address is not https.',
      todo: 'Providers are called by https only.',
    }),
    address_forbidden: () => ({
      title: 'This address is not on the public internet.',
      todo: 'The service calls no private or local address. Use the provider’s public address, or let your backend sign tokens.',
    }),
    no_discovery: (one) => ({
      title: `There is no discovery document${at(one)} (${one.seen ?? 'nothing'}).`,
      todo: 'Copy the issuer from your provider’s settings, letter by letter. If it has no discovery, let your backend sign tokens.',
    }),
    not_json: (one) => ({
      title: `What came back${at(one)} is ${inside[one.seen ?? ''] ?? 'not JSON'}.`,
      todo: 'Most often a website answers there, and not the provider itself. Check the address.',
    }),
    incomplete: () => ({
      title: 'The discovery document lacks what is needed.',
      todo: 'It has to name issuer, authorization_endpoint, token_endpoint and jwks_uri.',
    }),
    other_issuer: ({ seen }) => ({
      title: `The document there is of another issuer: ${seen ? name(seen) : 'unnamed'}.`,
      todo: 'Type the issuer exactly as the document names it. A slash at the end counts.',
    }),
    slow: () => ({
      title: 'The provider did not answer within five seconds.',
      todo: 'Try again. A customer who signs in would have waited as long.',
    }),
    failing: ({ seen }) => ({
      title: `The provider answers with an error (${seen ?? 'unknown'}).`,
      todo: 'Try again in a moment.',
    }),
    paused: () => ({
      title: 'The provider failed several times, and is left alone for a moment.',
      todo: 'Try again in half a minute.',
    }),
    unreachable: () => ({
      title: 'Nothing answers at this address.',
      todo: 'Check the spelling of the host.',
    }),
  } satisfies Record<NotFound['why'], (answer: NotFound) => { title: string; todo: string }>;
};

const issuer = ({ count, name }: English) => ({
  title: 'Who signs your customers in?',
  text: 'The address of your sign-in provider, as its settings call the issuer: Google, Auth0, Keycloak, Entra, your own.',
  asking: 'Asking the provider',
  lookUp: 'Look it up',
  own: 'No provider: my backend signs tokens',
  found: 'The provider answered.',
  authorization: 'Signs people in at',
  token: 'Swaps codes at',
  jwks: 'Publishes its keys at',
  keys: (keys: number | null) =>
    keys === null ? 'Its keys could not be read just now.' : count(keys, { one: '# key.', other: '# keys.' }),
  logout: 'It tells when somebody signs out.',
  userinfo: 'It has userinfo for more facts.',
  pairwise:
    'This provider gives each client another subject. Use the chat’s own client for all that concerns a customer: facts your server pushes by another client’s subject would reach nobody.',
  notFound: notFound(name),
});

const ways: Record<NonNullable<DraftInput['way']>, { title: string; text: string; needs: string }> = {
  window: {
    title: 'In a window of the chat’s own',
    text: 'Whoever wants to be known signs in at your provider, in a window. Nothing to build.',
    needs: 'A client at the provider: one redirect URI, an id and a secret.',
  },
  'page-code': {
    title: 'By a code from your page',
    text: 'Whoever is signed in on your website is known at once: your page or backend brings a code, no window opens.',
    needs: 'A client at the provider, and one method on your page.',
  },
  envelope: {
    title: 'By a token your backend signs',
    text: 'Your backend signs a short token for whoever is in session. The provider is not asked.',
    needs: 'A signing key, and one route in your backend.',
  },
};

const register = ({ name }: English) => ({
  title: 'Register the chat',
  titleOwn: 'Your key, and your pages',
  audience: 'Audience of your tokens (aud)',
  client: (host: string) => `1. Register a client at ${name(host)}`,
  clientNote: 'A web application with a secret, for the chat alone: not the one your website signs in with.',
  given: '2. What the provider gave you',
  secretNote: 'Stored sealed, and shown to nobody again. It is not part of the draft.',
  secretBy: 'How the secret is sent',
  redirectUris: 'Redirect URIs of your page',
  redirectUrisNote: 'One a line, as registered at the provider: they are compared letter by letter.',
  where: '3. Where the chat may open',
  whereOwn: 'Where the chat may open',
  pagesNote:
    'Origins, one a line: scheme and host, no path. https://*.example.com stands for one label below it.',
  key: 'Key',
  keyNote: 'Names this connection in your snippet. It cannot change later.',
  keyTaken: 'is one the brand has already',
  keyMalformed: 'has to be small letters, digits and dashes',
  missing: 'is missing',
});

const ownKeys = {
  issuerNote: 'What your backend writes into iss. Your website’s address will do.',
  where: 'Where its keys are',
  pasted: 'Pasted here',
  jwks: 'Published by my backend, as a JWKS',
  jwksUri: 'JWKS address',
  key: 'Public key',
  keyNote: 'PEM or a JWK, the public half alone. Compare the fingerprint with what your backend has.',
  add: 'Add the key',
  aKey: 'A key',
  fingerprint: 'Fingerprint ',
  remove: 'Remove this key',
  unreadable: 'could not be read',
};

const claims = ({ name }: English) => ({
  title: 'What may your agents know?',
  text: 'Claims that are listed become facts, all others are dropped. What is usual is here already; it can be changed at any time.',
  claim: 'Claim of the token',
  fact: 'Fact for the agent',
  claimOf: (row: number) => `Claim ${row}`,
  factOf: (row: number) => `Fact ${row}`,
  remove: 'Remove',
  drop: (claim: string) => `Drop ${claim ? name(claim) : 'this row'}`,
  add: 'Add a claim',
  try: 'See it with a token of yours',
  token: 'ID token, or its claims as JSON',
  tokenNote: 'Nothing of it is kept, and nothing is proven by it.',
  left: (left: readonly string[]) => `Left out: ${left.map(name).join(', ')}. Add a row to keep one.`,
  make: 'Make the connection',
  making: 'Making it',
});

const test = {
  works: 'It works',
  worksText: 'Somebody signed in by it, and every check passed. Now put the chat on your pages.',
  made: 'The connection is made',
  madeText: 'Sign in once, as a customer would. What becomes of it appears here by itself, check by check.',
  install: 'Put it on your pages',
  open: 'Open the chat and sign in',
  inWindow: '(in a new window)',
  waiting: 'Waiting for the first sign-in.',
};

/** From the address of an issuer to a sign-in that was tried. */
export const wizard = (speech: English) => ({
  title: 'New connection',
  lead: 'How your customers prove who they are. You can leave at any time: it is kept as you go.',
  resumed:
    'You left this half way {ago}. It is as you left it, but for the client secret, which is kept nowhere.',
  startOver: 'Throw away and start over',
  steps: 'Steps',
  step: { issuer: 'Who vouches', way: 'How', register: 'Register', claims: 'Facts' },
  doneStep: ', done: go back to it',
  continue: 'Continue',
  issuer: issuer(speech),
  how: 'How do customers become known?',
  quickest: 'Quickest',
  ways,
  register: register(speech),
  ownKeys,
  claims: claims(speech),
  test,
});

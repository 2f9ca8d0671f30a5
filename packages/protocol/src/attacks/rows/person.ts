import { type Attack, foundBy } from '../attack.js';
import { claim, claimFrom, moved, unclaimed } from '../changes.js';

const nonce = foundBy('nonce', 'nonce_mismatch');
const answering = (why: string, change: (nonce: string) => string): Attack =>
  nonce(
    why,
    claimFrom((claims) => ({ nonce: change(String(claims['nonce'])) })),
  );

/** Tokens that answer another attempt, or none. */
const attempts = {
  'another-nonce': answering('a token of another browser is injected', () => 'of-another-attempt'),
  'nonce-in-capitals': answering('another nonce', (one) => one.toUpperCase()),
  'nonce-with-a-blank': answering('white space that is not seen', (one) => `${one} `),
  'nonce-cut-short': answering('a comparison that looks at the beginning', (one) => one.slice(0, -1)),
  'nonce-and-more': answering('a comparison that looks for ours within it', (one) => `x${one}x`),
  'nonce-backwards': answering('the same characters', (one) => [...one].reverse().join('')),
  'nonce-of-nothing': answering('a nonce that is said, and empty', () => ''),
  'nonce-of-many': answering('all attempts of the day in one', (one) => `${one},of-another-attempt`),
  'no-nonce': foundBy('nonce', 'nonce_missing')(
    'what is bound to no attempt can be injected into all',
    unclaimed('nonce'),
  ),
  'no-nonce-from-a-code': foundBy(
    'nonce',
    'nonce_missing',
    'from-code',
  )('a code of somebody else, injected', unclaimed('nonce')),
};

const subject = foundBy('subject', 'subject_invalid');
const known = (why: string, ...changes: readonly ((sub: string) => string)[]): Attack =>
  subject(why, ...changes.map((change) => claimFrom(({ sub }) => ({ sub: change(String(sub)) }))));

/** Subjects that could be taken for somebody else. */
const subjects = {
  'subject-empty': known('everybody without a subject would be one person', () => ''),
  'subject-too-long': known('a subject that is cut somewhere becomes somebody else', () => 'a'.repeat(256)),
  'subject-not-ascii': known('look-alike letters read like another customer', (sub) =>
    sub.replace('a', '\u0430'),
  ),
  'subject-composed-otherwise': known('one letter, or a letter and its accent', (sub) => `${sub}e\u0301`),
  'subject-with-a-blank': known(
    'what is not seen by whoever compares by eye',
    (sub) => `${sub} `,
    (sub) => ` ${sub}`,
  ),
  'subject-with-a-joiner': known('a character nobody sees', (sub) => `${sub}\u200d`),
  'subject-turned-round': known('an override that turns the reading round', (sub) => `\u202e${sub}`),
  'subject-with-a-nul': known('a byte at which some readers stop', (sub) => `${sub}\0`),
  'subject-with-a-line-break': known('a line of its own in the log', (sub) => `${sub}\r\nverified`),
  'subject-with-a-control': known(
    'a character that rings',
    (sub) => `${sub}\u0007`,
    (sub) => `${sub}\u007f`,
  ),
  'subject-of-pictures': known('no letter at all', () => '\u{1f512}'),
};

const domain = foundBy('hosted-domain', 'hosted_domain_mismatch', 'of-a-domain');

/** Accounts of another organisation. */
const domains = {
  'another-domain': domain('an account of another Workspace domain', claim({ hd: 'attacker.example' })),
  'domain-by-address-only': domain('an address that ends like the domain proves no membership', {
    claims: ({ hd: _, ...claims }) => ({ ...claims, email: 'eve@larkspur.example', email_verified: true }),
  }),
  'domain-below-ours': domain('a domain below ours', claim({ hd: 'mail.larkspur.example' })),
  'domain-ends-alike': domain('a domain that ends like ours', claim({ hd: 'not-larkspur.example' })),
  'domain-in-capitals': domain('exactly means exactly', claim({ hd: 'LARKSPUR.EXAMPLE' })),
  'domain-of-nothing': domain('a domain that is said, and empty', claim({ hd: '' })),
  'domain-of-everybody': domain('the star of a request is no claim', claim({ hd: '*' })),
};

const sameClass = foundBy('authentication-class', 'authentication_class_unmet', 'stepped-up');

/** Sign-ins that are not as demanded. */
const signIns = {
  'weaker-sign-in': sameClass('a way to sign in that the connection does not list', claim({ acr: '1' })),
  'higher-sign-in': sameClass('a class is a name: a higher number is another name', claim({ acr: '4' })),
  'sign-in-of-no-class': sameClass('the class is demanded and left out', unclaimed('acr')),
  'sign-in-of-an-empty-class': sameClass('a class that is said, and empty', claim({ acr: '' })),
  'another-than-the-only-class': sameClass('a connection that demands one class alone', {
    rules: { acrValues: ['3'] },
  }),
  'sign-in-of-both-classes': sameClass('two names in one', claim({ acr: '2 3' })),
};

const old = foundBy('authentication-time', 'authentication_too_old', 'signed-in-lately');
const ages = {
  'signed-in-long-ago': old('an old sign-in is passed off as a fresh one', moved({ auth_time: -3_600 })),
  'signed-in-a-second-too-early': old(
    'one second beyond what is allowed, and the skew',
    moved({ auth_time: -301 }),
  ),
  'signed-in-in-1970': old('the first second there was', claim({ auth_time: 0 })),
  'sign-in-time-unsaid': old('the time of the sign-in is demanded and left out', unclaimed('auth_time')),
  'signed-in-tomorrow': foundBy(
    'authentication-time',
    'token_not_yet_valid',
    'signed-in-lately',
  )('a sign-in that will be recent for a long time', moved({ auth_time: 86_400 })),
};

const access = foundBy('access-token-hash', 'access_token_hash_mismatch', 'from-code');
/** Of `the-access-token`, which comes with the honest proof. */
const HALF_OF_SHA_512 = 'B7p8o12G5vm-9CEZGSanwzMw-leqyauPjU1ebdjBHYw';
const code = foundBy('code-hash', 'code_hash_mismatch', 'from-code');
const hashed = (name: string, change: (hash: string) => string) =>
  claimFrom((claims) => ({ [name]: change(String(claims[name])) }));

/** Tokens that came with somebody else's access token or code. */
const bindings = {
  'another-access-token': access('the access token is swapped for one of somebody else', {
    accessToken: 'of-somebody-else',
  }),
  'hash-of-another-access-token': access(
    'the hash is of another',
    hashed('at_hash', () => 'A'.repeat(22)),
  ),
  'hash-of-nothing': access(
    'a hash that is said, and empty',
    hashed('at_hash', () => ''),
  ),
  'half-of-the-hash': access(
    'a comparison that looks at the beginning',
    hashed('at_hash', (one) => one.slice(0, 11)),
  ),
  'hash-by-another-digest': access(
    'the half of a digest the algorithm does not use',
    hashed('at_hash', () => HALF_OF_SHA_512),
  ),
  'padded-hash': access(
    'the same bytes in another spelling',
    hashed('at_hash', (one) => `${one}==`),
  ),
  'another-code': code('the code is swapped for one of somebody else', { code: 'of-somebody-else' }),
  'hash-of-another-code': code(
    'the hash is of another',
    hashed('c_hash', () => 'A'.repeat(22)),
  ),
  'code-hash-of-nothing': code(
    'a hash that is said, and empty',
    hashed('c_hash', () => ''),
  ),
  'hashes-exchanged': code(
    'the right hashes in the wrong places',
    claimFrom(({ at_hash }) => ({ c_hash: at_hash })),
  ),
};

export const personAttacks = { ...attempts, ...subjects, ...domains, ...signIns, ...ages, ...bindings };

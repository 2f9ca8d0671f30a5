import { type Attack, foundBy } from '../attack.js';
import { claim, claimFrom } from '../changes.js';

const row = foundBy('issuer', 'issuer_mismatch');
const like = (why: string, ...changes: readonly ((iss: string) => string)[]): Attack =>
  row(why, ...changes.map((change) => claimFrom(({ iss }) => ({ iss: change(String(iss)) }))));

/** Issuers that look like ours. All signatures are by a key that is published here. */
const issuers = {
  'another-issuer': row(
    'somebody else, signed with a key of ours',
    claim({ iss: 'https://attacker.example' }),
  ),
  'issuer-with-a-slash': like('one character more is another issuer', (iss) => `${iss}/`),
  'issuer-without-encryption': like('the same host, without TLS', (iss) => iss.replace(/^https?:/, 'ftp:')),
  'issuer-without-scheme': like('the host alone', (iss) => iss.replace(/^https?:\/\//, '')),
  'issuer-in-capitals': like('the same host for a browser, another issuer for us', (iss) =>
    iss.toUpperCase(),
  ),
  'issuer-with-a-port': like('the port that a browser leaves out', (iss) => `${iss}:443`),
  'issuer-with-a-path': like('another tenant of the same host', (iss) => `${iss}/tenant`),
  'issuer-with-a-query': like('a query, which no issuer has', (iss) => `${iss}?`),
  'issuer-with-a-fragment': like('a fragment, which no issuer has', (iss) => `${iss}#`),
  'issuer-behind-a-name': like('the host is behind the @', (iss) =>
    iss.replace('://', '://attacker.example@'),
  ),
  'issuer-as-a-name': like('our host is only a user name', (iss) => `${iss}@attacker.example`),
  'issuer-as-a-subdomain': like('our host is only the beginning', (iss) => `${iss}.attacker.example`),
  'issuer-below-ours': like('a host below ours may be somebody else’s', (iss) =>
    iss.replace('://', '://www.'),
  ),
  'issuer-with-a-last-dot': like('the root of all names, written out', (iss) => `${iss}.`),
  'issuer-in-look-alike-letters': like('a letter of another alphabet', (iss) => iss.replace('e', '\u0435')),
  'issuer-in-wide-letters': like('letters that normalise to ours', (iss) => iss.replace('e', '\uff45')),
  'issuer-with-a-joiner': like('a character nobody sees', (iss) => `${iss}\u200b`),
  'issuer-turned-round': like('an override that turns the reading round', (iss) => `\u202e${iss}`),
  'issuer-in-punycode': like('the name under which look-alikes are registered', (iss) =>
    iss.replace('://', '://xn--'),
  ),
  'issuer-escaped': like('a letter as a URL may write it', (iss) => iss.replace('e', '%65')),
  'issuer-with-a-blank': like(
    'white space that is not seen',
    (iss) => `${iss} `,
    (iss) => ` ${iss}`,
  ),
  'issuer-with-a-nul': like('a byte at which some readers stop', (iss) => `${iss}\0.attacker.example`),
  'issuer-with-a-line-break': like(
    'an expression that ends at a line',
    (iss) => `${iss}\nhttps://attacker.example`,
  ),
  'issuer-as-a-backslash': like('a slash for a browser, none for us', (iss) => iss.replaceAll('/', '\\')),
  'issuer-empty': row('from nobody in particular', claim({ iss: '' })),
  'issuer-is-the-subject': row(
    'a token about itself',
    claimFrom(({ sub }) => ({ iss: sub })),
  ),
  'issuer-is-the-client': row(
    'the client vouches for its own consumers',
    claimFrom(({ aud }) => ({ iss: aud })),
  ),
  'issuer-is-google': row(
    'Google’s second spelling counts at Google’s connection alone',
    claim({ iss: 'accounts.google.com' }),
  ),
};

const mismatch = foundBy('audience', 'audience_mismatch');
const untrusted = foundBy('audience', 'audience_untrusted');
const forOther = (why: string, change: (aud: string) => unknown): Attack =>
  mismatch(
    why,
    claimFrom(({ aud }) => ({ aud: change(String(aud)) })),
  );
const forMore = (why: string, change: (aud: unknown) => unknown): Attack =>
  untrusted(
    why,
    claimFrom(({ aud }) => ({ aud: change(aud) })),
  );

/** Tokens for somebody else, or for somebody else as well. */
const audiences = {
  'another-audience': forOther('a token stolen from a different client', () => 'another-client'),
  'another-connection': forOther('another connection of the same service', (aud) =>
    aud.replace(/.$/, (one) => (one === '0' ? '1' : '0')),
  ),
  'audience-begins-alike': forOther('a name that begins like ours', (aud) => `${aud}-evil`),
  'audience-is-a-beginning': forOther('a name that ours begins with', (aud) => aud.slice(0, -1)),
  'audience-in-capitals': forOther('another name', (aud) => aud.toUpperCase()),
  'audience-with-a-slash': forOther('one character more is another client', (aud) => `${aud}/`),
  'audience-with-a-blank': forOther('white space that is not seen', (aud) => ` ${aud}`),
  'audience-of-nobody': forOther('a token for nobody', () => ''),
  'audience-of-an-empty-list': forOther('a list of nobody', () => []),
  'audience-of-everybody': forOther('a token for everybody', () => '*'),
  'audience-in-one-text': forOther('a list some write with blanks', (aud) => `${aud} another-client`),
  'audience-of-strangers': forOther('a list in which we are not', () => ['another-client', 'one-more']),
  'audience-is-the-issuer': mismatch(
    'the issuer to itself',
    claimFrom(({ iss }) => ({ aud: iss })),
  ),
  'two-audiences': forMore('a stranger could present what is also for him', (aud) => [aud, 'another-client']),
  'two-audiences-the-other-way': forMore('the same, the stranger in front', (aud) => ['another-client', aud]),
  'audience-twice-in-a-list': forMore('one of two is not one', (aud) => [aud, aud]),
  'a-crowd': forMore('everybody who has a name', (aud) => [
    ...Array.from({ length: 50 }, (_, at) => `client-${at}`),
    aud,
  ]),
};

const party = foundBy('authorized-party', 'authorized_party_mismatch');
const listed = foundBy('authorized-party', 'authorized_party_mismatch', 'for-a-party');
const by = (azp: string) => claim({ azp });

/** Tokens that somebody else asked for. */
const parties = {
  'another-party': party('somebody else asked for the token', by('another-client')),
  'party-of-another-list': party('a party that another connection lists', by('the-app')),
  'party-of-nothing': party('a party that is said, and empty', by('')),
  'party-is-the-issuer': party(
    'the issuer asked itself',
    claimFrom(({ iss }) => ({ azp: iss })),
  ),
  'party-begins-alike': listed('a name that begins like a listed one', by('the-app-2')),
  'party-in-capitals': listed('another name', by('THE-APP')),
  'party-of-a-code': foundBy(
    'authorized-party',
    'authorized_party_mismatch',
    'from-code',
  )('a code of another client was swapped', by('another-client')),
};

export const issuerAttacks = { ...issuers, ...audiences, ...parties };

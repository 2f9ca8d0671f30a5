/** What must never stand in a log or a trace: whole tokens, codes, keys, and anything of the people tests make. */
const markers: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['a JWT or a JWE', /eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}\./],
  ['an authorization code of Google’s shape', /\b4\/0A[A-Za-z0-9_-]{20,}/],
  ['an access token of Google’s shape', /\bya29\.[A-Za-z0-9_-]{10,}/],
  ['a client secret', /GOCSPX-[A-Za-z0-9_-]{10,}/],
  ['an API key', /\bcs_[A-Za-z0-9_-]{30,}/],
  ['an operator key', /\bop_[A-Za-z0-9_-]{30,}/],
  ['the address of a person', /[\w.+-]+@(gmail\.com|larkspur\.example|juniper\.example)/],
  ['an account number', /\bLK-[A-Z0-9]{4}-[A-Z0-9]{4}\b/],
  ['a customer’s subject', /\bcust-[a-z0-9]{5,}\b/],
];

/** Every line that gives something away, shortened. */
export const givenAway = (text: string, name: string): string[] =>
  text
    .split('\n')
    .flatMap((line) =>
      markers
        .filter(([, pattern]) => pattern.test(line))
        .map(([what]) => `${name}: ${what}: ${line.slice(0, 160)}`),
    );

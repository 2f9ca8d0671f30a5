import { isOriginPattern, type OriginRules } from '@countersign/protocol';
import { getDomain } from 'tldts';

const expected = 'is not an https origin: a scheme and a host alone, like https://www.example.com';

/** What is wrong with an entry of the pages that may open the chat, if anything is: in words that say how it is right. */
export function wrongWithOrigin(entry: string, rules: OriginRules): string | undefined {
  if (/^https:\/\/.*:443$|^http:\/\/.*:80$/.test(entry))
    return 'names the usual port, which browsers leave out: without it the page is found';
  if (isOriginPattern(entry, rules)) return admitsStrangers(entry) ? strangersOf(entry) : undefined;
  const sent = asSent(entry);
  const isBetter = sent !== undefined && sent !== entry && isOriginPattern(sent, rules);
  return isBetter && !admitsStrangers(sent) ? `${expected}. Browsers send this one as ${sent}` : expected;
}

/** As a browser would name a page of it: in ASCII, in small letters, without a path or a dot at the end. */
function asSent(entry: string): string | undefined {
  const given = entry.trim().replace('://*.', '://wildcard.');
  if (!URL.canParse(given)) return undefined;
  const { protocol, host } = new URL(given);
  return `${protocol}//${host.replace(/\.(?=$|:)/, '')}`.replace('://wildcard.', '://*.');
}

const below = (entry: string): string | undefined => /^https:\/\/\*\.([^:]+)/.exec(entry)?.[1];

/** A wildcard stands under a name that somebody has registered: under `co.uk` or `github.io` anybody may have a page. */
function admitsStrangers(entry: string): boolean {
  const host = below(entry);
  return host !== undefined && getDomain(host, { allowPrivateDomains: true }) === null;
}

const strangersOf = (entry: string) =>
  `would let in pages of strangers: anybody may have a name under ${below(entry)}. Put the * below a name of your own`;

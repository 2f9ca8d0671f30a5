/** What looks like a secret, or like a way to somebody: whoever answers may answer with what they were told. */
const secrets: readonly RegExp[] = [
  // Of Standard Webhooks, and of ours.
  /\bwhsec_[A-Za-z0-9+/=_-]+/g,
  // JWT and JWE: three to five parts of base64url.
  /\b[A-Za-z0-9_-]{10,}(?:\.[A-Za-z0-9_-]*){2,4}/g,
  /\b(?:bearer|basic)\s+[A-Za-z0-9._~+/=-]+/gi,
  // Random, in base64 or hex; an id with its hyphens is none.
  /\b[A-Za-z0-9+/_]{32,}={0,2}/g,
  /[^\s"'<>@,;:]{1,64}@[^\s"'<>@,;:]{1,190}\.[A-Za-z]{2,}/g,
];
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const unreadable = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

const LONGEST = 1_024;

/** An answer as it may be kept and shown: its beginning, readable, without what looks like a secret or an address. */
export const redacted = (text: string): string =>
  secrets
    .reduce((rest, secret) => rest.replace(secret, '•••'), text.replace(unreadable, ''))
    .slice(0, LONGEST);

import { type Relaxation, relaxations } from '@countersign/claims';
import type { Speech } from '../speech';

function lengthOf({ number }: Speech<'one' | 'other'>) {
  return (seconds: number): string => {
    if (seconds % 3_600 === 0) return seconds === 3_600 ? 'an hour' : `${number(seconds / 3_600)} hours`;
    return seconds % 60 === 0 && seconds > 60
      ? `${number(seconds / 60)} minutes`
      : `${number(seconds)} seconds`;
  };
}

/** How the page answers. */
const answer = {
  flow: 'Flow',
  flows: {
    code: 'Code Flow: the page answers a code, and the service swaps it for an ID token, server to server.',
    implicit: 'Implicit Flow: the page answers a token its backend made.',
  },
  method: 'Method of the page',
  calledWithin: 'Called within the click, since it opens a window:',
  called: 'Called on `window`:',
};

/** A connection's settings, to somebody whose proofs have to meet them. Terms of the standards stand between backticks. */
export const settings = (speech: Speech<'one' | 'other'>) => {
  const length = lengthOf(speech);
  return {
    ...answer,
    exactlyThis: 'Exactly this, letter by letter.',
    keys: {
      discovery: 'Its keys are those its discovery document points to.',
      jwks: 'Its keys are fetched from its JWKS.',
      pasted: 'Its keys were given with the connection.',
    },
    audience: 'Exactly this, and nobody beside it.',
    audienceIfAny: 'Where there is one: exactly this, and nobody beside it.',
    mayName: 'May also name:',
    signature: 'Signature',
    signedWith: 'By a key of the issuer, with:',
    encryption: 'Encryption',
    encryptions: {
      required: 'Demanded: sign first, then encrypt to a key from',
      optional: 'Allowed: sign first, then encrypt to a key from',
      refused: 'Refused: tokens are signed and nothing more.',
    },
    time: 'Time',
    times: (lifetime: number, skew: number) =>
      `At most ${length(lifetime)} from \`iat\` to \`exp\`; clocks may differ by ${length(skew)}.`,
    use: 'Use',
    once: 'Each proof once, for the attempt whose `nonce` it carries.',
    onceInBrowser: 'Each proof in one browser. A `nonce`, where there is one, is that of the attempt.',
    relaxed: (name: Relaxation) => `LivePerson mode: ${name}`,
    relaxation: (name: Relaxation): string => relaxations[name],
    exactly: 'Exactly:',
    oneOf: 'One of:',
    atMostAgo: (seconds: number) => `At most ${length(seconds)} ago.`,
    tokenEndpoint: 'Token endpoint',
    swappedAt: 'Codes are swapped at:',
    redirectUris: 'Redirect URIs',
    byCharacter: 'Character for character:',
    pages: 'Pages',
    onlyThese: 'Only these:',
    andApps: 'These, and apps without an origin:',
    refusal: 'After a refusal',
    noChat: 'No chat, until a proof is accepted or the consumer chooses to be anonymous.',
    anonymously: 'The chat opens anonymously, and the agent is told.',
    whoMayChat: 'Who may chat',
    onlyVerified: 'Only those who are verified.',
    anonymousToo: 'Anonymous visitors too.',
    counts: 'A proof counts for',
    countsFor: (seconds: number) => `${length(seconds)}.`,
    countsAsToken: 'As long as its token, until `exp`.',
    claims: 'Claims that become facts',
    allSealed: 'All of them with the seal:',
    sealed: (names: readonly string[]) =>
      `With the seal: ${names.map((name) => `\`${name}\``).join(', ') || 'none'}.`,
    attributes: 'LivePerson’s attributes',
    attributesText: '`ctmrinfo` and `personal` of `lp_sdes`, and the standard claims it shows.',
  };
};

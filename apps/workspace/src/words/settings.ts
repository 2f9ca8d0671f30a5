import type { ConsoleConnection } from '@countersign/contracts';

/** One rule of a connection: what it is about, and what it says. `values` are exact, to be compared letter by letter. */
export type Setting = { readonly title: string; readonly text: string; readonly values?: readonly string[] };

const length = (seconds: number): string => {
  if (seconds % 3_600 === 0) return seconds === 3_600 ? 'an hour' : `${seconds / 3_600} hours`;
  return seconds % 60 === 0 && seconds > 60 ? `${seconds / 60} minutes` : `${seconds} seconds`;
};

const keySources: Record<ConsoleConnection['issuer']['keys'], string> = {
  discovery: 'Its keys are those its discovery document points to.',
  jwks: 'Its keys are fetched from its JWKS.',
  pasted: 'Its keys were given with the connection.',
};

const encryption: Record<ConsoleConnection['encryption'], string> = {
  required: 'Demanded: sign first, then encrypt to a key from',
  optional: 'Allowed: sign first, then encrypt to a key from',
  refused: 'Refused: tokens are signed and nothing more.',
};

const flowOf = ({ flow, method, interactive }: ConsoleConnection): Setting[] => [
  {
    title: 'Flow',
    text:
      flow === 'code'
        ? 'Code Flow: the page answers a code, and the service swaps it for an ID token, server to server.'
        : 'Implicit Flow: the page answers a token its backend made.',
  },
  {
    title: 'Method of the page',
    text: interactive ? 'Called within the click, since it opens a window:' : 'Called on `window`:',
    values: [method],
  },
];

const tokenOf = (one: ConsoleConnection): Setting[] => [
  {
    title: '`iss`',
    text: `Exactly this, letter by letter. ${keySources[one.issuer.keys]}`,
    values: [one.issuer.url, ...one.issuer.aliases, ...(one.issuer.jwksUri ? [one.issuer.jwksUri] : [])],
  },
  { title: '`aud`', text: 'Exactly this, and nobody beside it.', values: [one.audience] },
  ...(one.authorizedParties.length > 0
    ? [{ title: '`azp`', text: 'May also name:', values: one.authorizedParties }]
    : []),
  { title: 'Signature', text: 'By a key of the issuer, with:', values: one.algorithms },
  {
    title: 'Encryption',
    text: encryption[one.encryption],
    ...(one.encryption === 'refused' ? {} : { values: [one.encryptionKeysUrl] }),
  },
  {
    title: 'Time',
    text: `At most ${length(one.maxLifetimeSeconds)} from \`iat\` to \`exp\`; clocks may differ by ${length(one.skewSeconds)}.`,
  },
  { title: 'Use', text: 'Each proof once, for the attempt whose `nonce` it carries.' },
];

const demandsOf = ({ hostedDomain, acrValues, maxAgeSeconds }: ConsoleConnection): Setting[] => [
  ...(hostedDomain === null ? [] : [{ title: '`hd`', text: 'Exactly:', values: [hostedDomain] }]),
  ...(acrValues.length === 0 ? [] : [{ title: '`acr`', text: 'One of:', values: acrValues }]),
  ...(maxAgeSeconds === null
    ? []
    : [{ title: '`auth_time`', text: `At most ${length(maxAgeSeconds)} ago.` }]),
];

const placesOf = ({ redirectUris, origins, apps }: ConsoleConnection): Setting[] => [
  ...(redirectUris.length > 0
    ? [{ title: 'Redirect URIs', text: 'Character for character:', values: redirectUris }]
    : []),
  { title: 'Pages', text: apps ? 'These, and apps without an origin:' : 'Only these:', values: origins },
];

const afterwardsOf = ({ onRejected, minimum, assuranceMinutes }: ConsoleConnection): Setting[] => [
  {
    title: 'After a refusal',
    text:
      onRejected === 'refuse' || minimum === 'verified'
        ? 'No chat, until a proof is accepted or the consumer chooses to be anonymous.'
        : 'The chat opens anonymously, and the agent is told.',
  },
  {
    title: 'Who may chat',
    text: minimum === 'verified' ? 'Only those who are verified.' : 'Anonymous visitors too.',
  },
  { title: 'A proof counts for', text: `${length(assuranceMinutes * 60)}.` },
];

const factsOf = ({ mapping, authoritative }: ConsoleConnection): Setting[] => [
  {
    title: 'Claims that become facts',
    text: authoritative.includes('*')
      ? 'All of them with the seal:'
      : `With the seal: ${authoritative.map((name) => `\`${name}\``).join(', ') || 'none'}.`,
    values: Object.entries(mapping).map(([claim, fact]) => (claim === fact ? claim : `${claim} → ${fact}`)),
  },
];

/** A connection's settings in the words of somebody who has to meet them. */
export const settingsOf = (connection: ConsoleConnection): readonly Setting[] => [
  ...flowOf(connection),
  ...tokenOf(connection),
  ...demandsOf(connection),
  ...placesOf(connection),
  ...afterwardsOf(connection),
  ...factsOf(connection),
];

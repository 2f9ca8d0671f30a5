import { relaxations } from '@countersign/claims';
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
  {
    title: '`aud`',
    text: one.relaxed.includes('audience')
      ? 'Where there is one: exactly this, and nobody beside it.'
      : 'Exactly this, and nobody beside it.',
    values: [one.audience],
  },
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
  {
    title: 'Use',
    text: one.relaxed.includes('nonce')
      ? 'Each proof in one browser. A `nonce`, where there is one, is that of the attempt.'
      : 'Each proof once, for the attempt whose `nonce` it carries.',
  },
];

/** What another mode asks less strictly: all of it, under one heading. */
const relaxedOf = ({ mode, relaxed }: ConsoleConnection): Setting[] =>
  mode === 'strict'
    ? []
    : relaxed.map((name) => ({ title: `LivePerson mode: ${name}`, text: relaxations[name] }));

const demandsOf = ({ hostedDomain, acrValues, maxAgeSeconds }: ConsoleConnection): Setting[] => [
  ...(hostedDomain === null ? [] : [{ title: '`hd`', text: 'Exactly:', values: [hostedDomain] }]),
  ...(acrValues.length === 0 ? [] : [{ title: '`acr`', text: 'One of:', values: acrValues }]),
  ...(maxAgeSeconds === null
    ? []
    : [{ title: '`auth_time`', text: `At most ${length(maxAgeSeconds)} ago.` }]),
];

const placesOf = ({ redirectUris, tokenEndpoint, origins, apps }: ConsoleConnection): Setting[] => [
  ...(tokenEndpoint === null
    ? []
    : [{ title: 'Token endpoint', text: 'Codes are swapped at:', values: [tokenEndpoint] }]),
  ...(redirectUris.length > 0
    ? [{ title: 'Redirect URIs', text: 'Character for character:', values: redirectUris }]
    : []),
  { title: 'Pages', text: apps ? 'These, and apps without an origin:' : 'Only these:', values: origins },
];

const afterwardsOf = ({ onRejected, minimum, assuranceMinutes, relaxed }: ConsoleConnection): Setting[] => [
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
  {
    title: 'A proof counts for',
    text: relaxed.includes('assurance')
      ? 'As long as its token, until `exp`.'
      : `${length(assuranceMinutes * 60)}.`,
  },
];

const mapped = ({ mapping, declared }: ConsoleConnection): string[] =>
  Object.entries(mapping).map(([claim, fact]) => {
    const type = declared.find(({ name }) => name === fact)?.type;
    const becomes = type === undefined ? fact : `${fact} (${type})`;
    return claim === becomes ? claim : `${claim} → ${becomes}`;
  });

const factsOf = (one: ConsoleConnection): Setting[] => [
  {
    title: 'Claims that become facts',
    text: one.authoritative.includes('*')
      ? 'All of them with the seal:'
      : `With the seal: ${one.authoritative.map((name) => `\`${name}\``).join(', ') || 'none'}.`,
    values: mapped(one),
  },
  ...(one.mode === 'strict'
    ? []
    : [
        {
          title: 'LivePerson’s attributes',
          text: '`ctmrinfo` and `personal` of `lp_sdes`, and the standard claims it shows.',
        },
      ]),
];

/** A connection's settings in the words of somebody who has to meet them. */
export const settingsOf = (connection: ConsoleConnection): readonly Setting[] => [
  ...flowOf(connection),
  ...tokenOf(connection),
  ...relaxedOf(connection),
  ...demandsOf(connection),
  ...placesOf(connection),
  ...afterwardsOf(connection),
  ...factsOf(connection),
];

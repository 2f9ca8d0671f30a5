import type { ConsoleConnection } from '@countersign/contracts';
import type { Words } from '../words/languages';

/** One rule of a connection: what it is about, and what it says. `values` are exact, to be compared letter by letter. */
export type Setting = { readonly title: string; readonly text: string; readonly values?: readonly string[] };
type Part = (connection: ConsoleConnection, words: Words['settings']) => readonly Setting[];

const flowOf: Part = ({ flow, method, interactive }, words) => [
  { title: words.flow, text: words.flows[flow] },
  { title: words.method, text: interactive ? words.calledWithin : words.called, values: [method] },
];

const namesOf: Part = ({ issuer, audience, relaxed, authorizedParties }, words) => [
  {
    title: '`iss`',
    text: `${words.exactlyThis} ${words.keys[issuer.keys]}`,
    values: [issuer.url, ...issuer.aliases, ...(issuer.jwksUri ? [issuer.jwksUri] : [])],
  },
  {
    title: '`aud`',
    text: relaxed.includes('audience') ? words.audienceIfAny : words.audience,
    values: [audience],
  },
  ...(authorizedParties.length > 0
    ? [{ title: '`azp`', text: words.mayName, values: authorizedParties }]
    : []),
];

const tokenOf: Part = (one, words) => [
  { title: words.signature, text: words.signedWith, values: one.algorithms },
  {
    title: words.encryption,
    text: words.encryptions[one.encryption],
    ...(one.encryption === 'refused' ? {} : { values: [one.encryptionKeysUrl] }),
  },
  { title: words.time, text: words.times(one.maxLifetimeSeconds, one.skewSeconds) },
  { title: words.use, text: one.relaxed.includes('nonce') ? words.onceInBrowser : words.once },
];

/** What another mode asks less strictly: all of it, under one heading. */
const relaxedOf: Part = ({ mode, relaxed }, words) =>
  mode === 'strict'
    ? []
    : relaxed.map((name) => ({ title: words.relaxed(name), text: words.relaxation(name) }));

const demandsOf: Part = ({ hostedDomain, acrValues, maxAgeSeconds }, words) => [
  ...(hostedDomain === null ? [] : [{ title: '`hd`', text: words.exactly, values: [hostedDomain] }]),
  ...(acrValues.length === 0 ? [] : [{ title: '`acr`', text: words.oneOf, values: acrValues }]),
  ...(maxAgeSeconds === null ? [] : [{ title: '`auth_time`', text: words.atMostAgo(maxAgeSeconds) }]),
];

const placesOf: Part = ({ redirectUris, tokenEndpoint, origins, apps }, words) => [
  ...(tokenEndpoint === null
    ? []
    : [{ title: words.tokenEndpoint, text: words.swappedAt, values: [tokenEndpoint] }]),
  ...(redirectUris.length > 0
    ? [{ title: words.redirectUris, text: words.byCharacter, values: redirectUris }]
    : []),
  { title: words.pages, text: apps ? words.andApps : words.onlyThese, values: origins },
];

const afterwardsOf: Part = ({ onRejected, minimum, assuranceMinutes, relaxed }, words) => [
  {
    title: words.refusal,
    text: onRejected === 'refuse' || minimum === 'verified' ? words.noChat : words.anonymously,
  },
  { title: words.whoMayChat, text: minimum === 'verified' ? words.onlyVerified : words.anonymousToo },
  {
    title: words.counts,
    text: relaxed.includes('assurance') ? words.countsAsToken : words.countsFor(assuranceMinutes * 60),
  },
];

const mapped = ({ mapping, declared }: ConsoleConnection): string[] =>
  Object.entries(mapping).map(([claim, fact]) => {
    const type = declared.find(({ name }) => name === fact)?.type;
    const becomes = type === undefined ? fact : `${fact} (${type})`;
    return claim === becomes ? claim : `${claim} → ${becomes}`;
  });

const factsOf: Part = (one, words) => [
  {
    title: words.claims,
    text: one.authoritative.includes('*') ? words.allSealed : words.sealed(one.authoritative),
    values: mapped(one),
  },
  ...(one.mode === 'strict' ? [] : [{ title: words.attributes, text: words.attributesText }]),
];

const parts: readonly Part[] = [
  flowOf,
  namesOf,
  tokenOf,
  relaxedOf,
  demandsOf,
  placesOf,
  afterwardsOf,
  factsOf,
];

/** A connection's settings in the words of somebody who has to meet them. */
export const settingsOf = (connection: ConsoleConnection, words: Words['settings']): readonly Setting[] =>
  parts.flatMap((part) => part(connection, words));

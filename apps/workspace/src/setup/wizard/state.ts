import { isKnownFact } from '@countersign/claims';
import type { ConnectionSettings, Discovered, DraftInput, DraftView } from '@countersign/contracts';
import { hostOf } from '../../words/host';

export type Found = Extract<Discovered, { found: true }>;
export type Step = DraftInput['step'];
export const steps: readonly Step[] = ['issuer', 'way', 'register', 'claims'];

/** Of a connection that is the brand's first: its name in the snippet. */
export const FIRST_KEY = 'web';

export const emptyDraft: DraftInput = { step: 'issuer' };

const usual: Record<string, string> = {
  sub: 'sub',
  name: 'name',
  given_name: 'given_name',
  family_name: 'family_name',
  email: 'email',
};

/** What is usual, and whatever else the provider says that a fact of the catalogue is called by. */
export const mappingFor = (found: Found | null): Record<string, string> => ({
  ...usual,
  ...Object.fromEntries(
    (found?.claims ?? []).filter((claim) => isKnownFact(claim)).map((claim) => [claim, claim]),
  ),
});

/** Only what the issuer is the one to say: a name at Google is whatever its owner typed. */
export const authoritativeFor = (isGoogle: boolean): string[] => (isGoogle ? ['sub', 'hd', 'email'] : ['*']);

export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

const scopeFor = (found: Found | null): string =>
  ['openid', 'email', 'profile']
    .filter(
      (scope) => scope === 'openid' || !found || found.scopes.length === 0 || found.scopes.includes(scope),
    )
    .join(' ');

const isJson = (text: string) => text.trimStart().startsWith('{');
const keyOf = (text: string) => (isJson(text) ? (JSON.parse(text) as Record<string, never>) : text);
function keysOf(draft: DraftInput) {
  if (draft.keysBy === 'pasted') return { keys: (draft.keys ?? []).map(keyOf) };
  return draft.keysBy === 'jwks' ? { jwksUri: draft.jwksUri ?? '' } : {};
}

function issuerOf(draft: DraftInput): ConnectionSettings['issuer'] {
  const url = draft.issuer ?? '';
  const discovery = (draft.keysBy ?? 'discovery') === 'discovery';
  return {
    url,
    label: draft.issuerLabel?.trim() || issuerName(url),
    discovery,
    ...(url === 'https://accounts.google.com' ? { aliases: ['accounts.google.com'] } : {}),
    ...(discovery ? {} : keysOf(draft)),
  };
}

/** An issuer's name, until somebody gives it one: no longer than a label may be. */
export const issuerName = (url: string): string => hostOf(url).slice(0, 60);

/** The whole of what was told, as the service takes it. */
export function settingsOf(
  draft: DraftInput,
  { clientSecret, place, found }: { clientSecret: string; place: DraftView['place']; found: Found | null },
): ConnectionSettings {
  const issuer = issuerOf(draft);
  const shared = {
    key: draft.key ?? FIRST_KEY,
    label: draft.label?.trim() || issuer.label,
    issuer: issuer.url,
    origins: draft.origins ?? [],
    mapping: draft.mapping ?? mappingFor(found),
    authoritative: authoritativeFor(found?.google === true),
  };
  if (draft.way === 'envelope')
    return { issuer, connection: { ...shared, flow: 'implicit', encryption: 'optional' } };
  const inWindow = draft.way !== 'page-code';
  return {
    issuer,
    connection: {
      ...shared,
      flow: 'code',
      window: inWindow,
      clientId: draft.clientId ?? '',
      ...(clientSecret ? { clientSecret } : {}),
      tokenAuthMethod: draft.tokenAuthMethod ?? 'client_secret_basic',
      redirectUris: inWindow ? [place.windowCallback] : (draft.redirectUris ?? []),
      scope: draft.scope ?? scopeFor(found),
      userinfo: found?.userinfo ?? false,
      backchannelLogout: found?.logout === true && !found.google,
    },
  };
}

const stepOfMember: readonly (readonly [RegExp, Step])[] = [
  [/^issuer\.(url|label)|^connection\.issuer/, 'issuer'],
  [/^connection\.mapping|^connection\.factsKey/, 'claims'],
];

/** Where what is wrong was said. */
export const stepOf = (path: string): Step =>
  stepOfMember.find(([members]) => members.test(path))?.[1] ?? 'register';

import type { AttemptView } from '@countersign/contracts';

export type Flow = 'code' | 'implicit';
type Answer = { code: string; redirectUri?: string } | { idToken: string } | null;
type Callback = (token?: unknown, error?: unknown) => void;
type Method = (callback: Callback, codeChallenge?: string) => unknown;

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** A text, or `{ssoKey, redirect_uri}`: in Code Flow a code, in Implicit Flow a token, which has no redirect URI. */
function read(flow: Flow, token: unknown): Answer {
  const { ssoKey, redirect_uri: redirectUri } = isText(token)
    ? { ssoKey: token, redirect_uri: undefined }
    : ((token ?? {}) as { ssoKey?: unknown; redirect_uri?: unknown });
  if (!isText(ssoKey)) return null;
  if (flow === 'implicit') return { idToken: ssoKey };
  return isText(redirectUri) ? { code: ssoKey, redirectUri } : { code: ssoKey };
}

function methodAt(path: readonly string[]): Method | undefined {
  let owner: unknown;
  let found: unknown = window;
  for (const part of path) {
    owner = found;
    found = (owner as Record<string, unknown> | null | undefined)?.[part];
  }
  return typeof found === 'function' ? (...given) => found.call(owner, ...given) : undefined;
}

/** Calls the method the way it was written for, and answers the way the widget asks. Any error is a failure. */
const asking = (flow: Flow, method: Method) => (attempt: Pick<AttemptView, 'codeChallenge'>) =>
  new Promise<Answer>((resolve, reject) => {
    method((token, error) => {
      if (error === undefined || error === null) resolve(read(flow, token));
      else reject(new Error('The page answered an error instead of a token.'));
    }, attempt.codeChallenge);
  });

/** The page's methods by name; dots are colons, since the widget walks dots. A method that is not there is not here. */
export const answersOf = (flow: Flow): object =>
  new Proxy(
    {},
    {
      get(_, name) {
        const method = typeof name === 'string' ? methodAt(name.split(':')) : undefined;
        return method && asking(flow, method);
      },
    },
  );

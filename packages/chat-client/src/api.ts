import type {
  AttemptView,
  BeginAttempt,
  EmbedView,
  OpenSession,
  Problem,
  SessionView,
} from '@countersign/contracts';
import { type PossessionOf, proveKey } from './possession.js';

/** The service said no, or did not answer (`unreachable`). */
export class ChatProblem extends Error {
  override readonly name = 'ChatProblem';

  constructor(
    readonly code: Problem['code'] | 'unreachable',
    readonly problem?: Problem,
  ) {
    super(problem?.title);
  }
}

/** Where the service is, and with which key it is spoken to. */
export type ApiOptions = {
  /** Without a slash at the end. */
  readonly apiUrl: string;
  /** The browser's key, made when there is none. */
  readonly key: () => Promise<CryptoKeyPair>;
  readonly fetch?: typeof fetch;
};

type Call = {
  method: string;
  path: string;
  body?: unknown;
  token?: string;
  signed?: boolean;
  by?: Promise<CryptoKeyPair>;
};

/** An answer with nothing in it, where there must be something, is none. */
function present<Answer>(answer: Answer | undefined): Answer {
  if (!answer) throw new ChatProblem('unreachable');
  return answer;
}

/** The service's routes for a page or an app. */
export function createApi({ apiUrl, key, fetch: send = (...args) => fetch(...args) }: ApiOptions) {
  /** How far the service's clock is ahead of this device's. */
  let ahead = 0;
  const now = () => Date.now() + ahead;
  const sign = async (of: PossessionOf, by?: Promise<CryptoKeyPair>) =>
    proveKey(await (by ?? key()), of, new Date(now()));

  const call = async <Answer>({
    method,
    path,
    body,
    token,
    signed = true,
    by,
  }: Call): Promise<Answer | undefined> => {
    const url = `${apiUrl}${path}`;
    const headers: Record<string, string> = {};
    if (body !== undefined) headers['content-type'] = 'application/json';
    if (token !== undefined) headers['authorization'] = `DPoP ${token}`;
    if (signed) headers['dpop'] = await sign({ method, url, accessToken: token }, by);
    const request = { method, headers, credentials: 'omit' as const, cache: 'no-store' as const };
    const response = await send(
      url,
      body === undefined ? request : { ...request, body: JSON.stringify(body) },
    ).catch(() => {
      throw new ChatProblem('unreachable');
    });
    if (response.status === 204) return undefined;
    const content: unknown = await response.json().catch(() => undefined);
    if (response.ok) return content as Answer;
    const problem = content as Problem | undefined;
    throw new ChatProblem(problem?.code ?? 'unreachable', problem);
  };

  return {
    /** The service's time: a device's own clock may be minutes off, and proofs of possession are not accepted then. */
    now,
    embed: async (brand: string, connection: string): Promise<EmbedView> => {
      const path = `/v1/embed/${encodeURIComponent(brand)}?connection=${encodeURIComponent(connection)}`;
      const view = present(await call<EmbedView>({ method: 'GET', path, signed: false }));
      ahead = Date.parse(view.now) - Date.now();
      return view;
    },
    attempt: async (body: BeginAttempt): Promise<AttemptView> =>
      present(await call<AttemptView>({ method: 'POST', path: '/v1/attempts', body })),
    /** Undefined: nothing to resume, or declined. */
    open: (body: OpenSession): Promise<SessionView | undefined> =>
      call<SessionView>({ method: 'POST', path: '/v1/sessions', body }),
    /** `by`: the key the session is bound to, when another has taken its place. */
    end: async (token: string, by?: Promise<CryptoKeyPair>): Promise<void> => {
      await call({ method: 'DELETE', path: '/v1/sessions/current', token, ...(by ? { by } : {}) });
    },
    /** What a socket's CONNECT carries. */
    socketAuth: async (token: string) => ({
      token,
      proof: await sign({ method: 'POST', url: `${apiUrl}/socket/consumer`, accessToken: token }),
    }),
  };
}
export type Api = ReturnType<typeof createApi>;

import type {
  AttemptView,
  BeginAttempt,
  EmbedView,
  OpenSession,
  Problem,
  SessionView,
} from '@countersign/contracts';
import { type PossessionOf, proveKey } from './keys/possession.js';
import type { ProofKey } from './keys/proof-key.js';
import type { Device } from './platform/device.js';

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

/** The service gives up a provider that is silent after 20 s, and says so: this is longer. */
const ANSWER_LIMIT_MS = 30_000;

/** Where the service is, and with which key it is spoken to. */
export type ApiOptions = {
  /** Without a slash at the end. */
  readonly apiUrl: string;
  readonly brand: string;
  readonly connection: string;
  readonly device: Device;
  /** The browser's key, made when there is none. */
  readonly key: () => Promise<ProofKey>;
};

/** A request to the service. */
export type Call = {
  method: string;
  path: string;
  body?: unknown;
  token?: string;
  signed?: boolean;
  /** The key the session is bound to, when another has taken its place. */
  by?: Promise<ProofKey>;
};

/** An answer with nothing in it, where there must be something, is none. */
function present<Answer>(answer: Answer | undefined): Answer {
  if (!answer) throw new ChatProblem('unreachable');
  return answer;
}

/** The service's routes for a page or an app. */
export function createApi({ apiUrl, brand, connection, key, device }: ApiOptions) {
  /** How far the service's clock is ahead of this device's. */
  let ahead = 0;
  const now = () => device.now() + ahead;
  const sign = async (of: PossessionOf, by?: Promise<ProofKey>) =>
    proveKey(await (by ?? key()), of, device, now());

  const once = async <Answer>({ method, path, body, token, signed = true, by }: Call) => {
    const url = `${apiUrl}${path}`;
    const headers: Record<string, string> = {};
    if (body !== undefined) headers['content-type'] = 'application/json';
    if (token !== undefined) headers['authorization'] = `DPoP ${token}`;
    if (signed) headers['dpop'] = await sign({ method, url, accessToken: token }, by);
    const request: RequestInit = { method, headers, credentials: 'omit', cache: 'no-store' };
    if (body !== undefined) request.body = JSON.stringify(body);
    const response = await timely(url, request);
    if (response.status === 204) return undefined;
    const content = (await response.json().catch(() => undefined)) as Answer & Problem;
    if (response.ok) return content as Answer;
    throw new ChatProblem(content?.code ?? 'unreachable', content);
  };

  /** A service that takes the request and says nothing does not answer either. */
  const timely = (url: string, request: RequestInit): Promise<Response> =>
    new Promise((resolve, reject) => {
      const abort = new AbortController();
      const fail = () => reject(new ChatProblem('unreachable'));
      const untimed = device.after(ANSWER_LIMIT_MS, () => {
        fail();
        abort.abort();
      });
      device
        .fetch(url, { ...request, signal: abort.signal })
        .then(resolve, fail)
        .finally(untimed);
    });

  /** The connection, and the service's time. */
  const embed = async (): Promise<EmbedView> => {
    const path = `/v1/embed/${encodeURIComponent(brand)}?connection=${encodeURIComponent(connection)}`;
    const view = present(await once<EmbedView>({ method: 'GET', path, signed: false }));
    ahead = Date.parse(view.now) - device.now();
    return view;
  };

  /** Once more by the service's time, where a clock that was set meanwhile spoilt the proof of the key. */
  const call = <Answer>(request: Call): Promise<Answer | undefined> =>
    once<Answer>(request).catch(async (error: ChatProblem) => {
      if (error.code !== 'key_proof_invalid') throw error;
      await embed();
      return once<Answer>(request);
    });

  return {
    /** The service's time: a device's own clock may be minutes off, and proofs of possession are not accepted then. */
    now,
    sign,
    embed,
    call,
    attempt: async (body: BeginAttempt): Promise<AttemptView> =>
      present(await call<AttemptView>({ method: 'POST', path: '/v1/attempts', body })),
    /** Undefined: nothing to resume, or declined. */
    open: (body: OpenSession): Promise<SessionView | undefined> =>
      call<SessionView>({ method: 'POST', path: '/v1/sessions', body }),
    end: (token: string, by: Promise<ProofKey>): Promise<unknown> =>
      call({ method: 'DELETE', path: '/v1/sessions/current', token, by }),
  };
}
export type Api = ReturnType<typeof createApi>;

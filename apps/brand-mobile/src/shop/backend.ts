import { SHOP_URL } from './base';
import type { Account, Pass, Proof, Settings } from './shapes';

/** `nobody`: the shop does not know that person, or the app's session there is over. */
export class ShopProblem extends Error {
  override readonly name = 'ShopProblem';

  constructor(readonly kind: 'nobody' | 'unreachable') {
    super(kind);
  }
}

type Call = {
  readonly path: string;
  readonly token?: string;
  readonly body?: object;
  readonly signal?: AbortSignal;
};

async function call({ path, token, body, signal }: Call): Promise<Response> {
  const headers: Record<string, string> = {};
  if (token !== undefined) headers['authorization'] = `Bearer ${token}`;
  if (body !== undefined) headers['content-type'] = 'application/json';
  const answer = await fetch(`${SHOP_URL}/api/app/${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers,
    credentials: 'omit',
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  }).catch(() => undefined);
  if (answer?.ok) return answer;
  throw new ShopProblem(answer?.status === 401 || answer?.status === 404 ? 'nobody' : 'unreachable');
}

/** The doors of Larkspur's backend that its app may use. */
export const shop = {
  settings: async (): Promise<Settings> => (await call({ path: 'config' })).json(),
  signIn: async (person: string): Promise<Pass> => (await call({ path: 'sign-in', body: { person } })).json(),
  account: async (token: string): Promise<Account> => (await call({ path: 'account', token })).json(),
  /** Ends the customer's chats on all their devices. */
  signOutEverywhere: async (token: string): Promise<void> => {
    await call({ path: 'sign-out', token, body: {} });
  },
  /** A code or an ID token for whoever the app's session is of, bound to the attempt. */
  proof: async (token: string, attempt: object, signal: AbortSignal): Promise<Proof> =>
    (await call({ path: 'chat-proof', token, body: attempt, signal })).json(),
};

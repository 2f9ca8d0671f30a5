import { z } from 'zod';
import * as agent from './http/agent.js';
import * as brand from './http/brand.js';
import * as developer from './http/console.js';
import * as operator from './http/operator.js';
import * as sessions from './http/sessions.js';
import * as testClock from './http/test-clock.js';
import * as windows from './http/windows.js';
import { brandSlug, connectionKey, LAST_LINE } from './names.js';

/** Who may call: anyone, a listed page with its key, a brand's backend, an agent, an agent who develops, the operator. */
export type Caller = 'anyone' | 'page' | 'brand' | 'agent' | 'developer' | 'operator';

/** One route. `{name}` in the path is a parameter. */
export type Route = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly summary: string;
  readonly caller: Caller;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly answer?: z.ZodType;
  readonly status: number;
};

/** The HTTP interface, as data: the OpenAPI document is made from it. */
export const routes = {
  embed: {
    method: 'GET',
    path: '/v1/embed/{brand}',
    summary: 'What a page may know of a connection',
    caller: 'page',
    query: z.object({ connection: connectionKey }),
    answer: sessions.embedView,
    status: 200,
  },
  brandKeys: {
    method: 'GET',
    path: '/v1/brands/{brand}/jwks',
    summary: 'The keys to encrypt envelopes to',
    caller: 'anyone',
    status: 200,
  },
  beginAttempt: {
    method: 'POST',
    path: '/v1/attempts',
    summary: 'Begin an attempt to prove who the consumer is',
    caller: 'page',
    body: sessions.beginAttempt,
    answer: sessions.attemptView,
    status: 201,
  },
  openSession: {
    method: 'POST',
    path: '/v1/sessions',
    summary: 'Open or resume a session',
    caller: 'page',
    body: sessions.openSession,
    answer: sessions.sessionView,
    status: 200,
  },
  endSession: {
    method: 'DELETE',
    path: '/v1/sessions/current',
    summary: 'Sign out of the chat in this browser',
    caller: 'page',
    status: 204,
  },
  refreshSession: {
    method: 'POST',
    path: '/v1/sessions/current/refresh',
    summary: 'Renew the proof by the provider’s refresh token, without the page',
    caller: 'page',
    answer: sessions.sessionView,
    status: 200,
  },
  makeWindowTicket: {
    method: 'POST',
    path: '/v1/windows/tickets',
    summary: 'Get a ticket that carries the chat into a window of its own',
    caller: 'page',
    answer: windows.windowTicket,
    status: 201,
  },
  windowPage: {
    method: 'GET',
    path: '/window/{brand}',
    summary: 'The chat as a window of its own',
    caller: 'anyone',
    query: z.object({ connection: connectionKey }),
    status: 200,
  },
  windowSignIn: {
    method: 'POST',
    path: '/window/{brand}/sign-in',
    summary: 'Where the window goes to sign its consumer in; for the window itself',
    caller: 'page',
    body: windows.windowSignIn,
    answer: windows.windowDeparture,
    status: 200,
  },
  windowPopOut: {
    method: 'POST',
    path: '/window/{brand}/pop-out',
    summary: 'Redeem a ticket, by a form, in the new window',
    caller: 'page',
    status: 303,
  },
  windowReturn: {
    method: 'GET',
    path: '/window/callback/{connection}',
    summary: 'Where the provider sends a window back with a code, or with a fragment',
    caller: 'anyone',
    status: 303,
  },
  windowFormPost: {
    method: 'POST',
    path: '/window/callback/{connection}',
    summary: 'Where the provider, or the page that took the fragment, posts an ID token',
    caller: 'anyone',
    status: 303,
  },
  pushFacts: {
    method: 'PUT',
    path: '/v1/connections/{connection}/consumers/{subject}/facts',
    summary: 'Replace what the brand says of a consumer',
    caller: 'brand',
    body: brand.pushFacts,
    answer: brand.pushFactsResult,
    status: 200,
  },
  endSessions: {
    method: 'POST',
    path: '/v1/connections/{connection}/consumers/{subject}/sessions/end',
    summary: 'Sign a consumer out everywhere',
    caller: 'brand',
    answer: brand.endSessionsResult,
    status: 200,
  },
  backchannelLogout: {
    method: 'POST',
    path: '/v1/connections/{connection}/backchannel-logout',
    summary:
      'Take a logout token from the provider: OpenID Connect Back-Channel Logout 1.0, a form with `logout_token`',
    caller: 'anyone',
    status: 200,
  },
  readTrace: {
    method: 'GET',
    path: '/v1/connections/{connection}/attempts/{attempt}',
    summary: 'Every check of one attempt',
    caller: 'brand',
    answer: agent.traceView,
    status: 200,
  },
  putBrand: {
    method: 'PUT',
    path: '/v1/operator/brands/{brand}',
    summary: 'Create a brand, or make it as given',
    caller: 'operator',
    body: operator.putBrand,
    answer: operator.brandView,
    status: 200,
  },
  getBrand: {
    method: 'GET',
    path: '/v1/operator/brands/{brand}',
    summary: 'A brand, without its secrets',
    caller: 'operator',
    answer: operator.brandView,
    status: 200,
  },
  makeApiKey: {
    method: 'POST',
    path: '/v1/operator/brands/{brand}/api-keys',
    summary: 'Make an API key for a brand’s backend',
    caller: 'operator',
    body: operator.makeApiKey,
    answer: operator.apiKeyMade,
    status: 201,
  },
  listEncryptionKeys: {
    method: 'GET',
    path: '/v1/operator/brands/{brand}/encryption-keys',
    summary: 'The keys envelopes are encrypted to, and where each is in its life',
    caller: 'operator',
    answer: operator.encryptionKeysView,
    status: 200,
  },
  rotateEncryptionKeys: {
    method: 'POST',
    path: '/v1/operator/brands/{brand}/encryption-keys/rotate',
    summary: 'Publish the next encryption keys and retire the current ones',
    caller: 'operator',
    answer: operator.encryptionKeysView,
    status: 200,
  },
  inviteAgent: {
    method: 'POST',
    path: '/v1/operator/brands/{brand}/agents',
    summary: 'Invite an agent',
    caller: 'operator',
    body: operator.inviteAgent,
    answer: operator.brandView,
    status: 201,
  },
  removeAgent: {
    method: 'DELETE',
    path: '/v1/operator/brands/{brand}/agents/{agent}',
    summary: 'Remove an agent at once',
    caller: 'operator',
    status: 204,
  },
  agentSignIn: {
    method: 'GET',
    path: '/v1/agent/sign-in',
    summary: 'Send an agent to the provider',
    caller: 'anyone',
    query: z.object({
      brand: brandSlug,
      returnTo: z.string().optional(),
      hint: z.string().max(254).optional(),
    }),
    status: 302,
  },
  agentCallback: {
    method: 'GET',
    path: '/v1/agent/callback',
    summary: 'Where the provider sends agents back',
    caller: 'anyone',
    status: 302,
  },
  agentSignOut: {
    method: 'POST',
    path: '/v1/agent/sign-out',
    summary: 'Sign the agent out',
    caller: 'agent',
    status: 204,
  },
  agentMe: {
    method: 'GET',
    path: '/v1/agent/me',
    summary: 'Who is signed in',
    caller: 'agent',
    answer: agent.agentView,
    status: 200,
  },
  listConversations: {
    method: 'GET',
    path: '/v1/agent/conversations',
    summary: 'The queue, or what has ended',
    caller: 'agent',
    query: z.object({ state: z.enum(['open', 'ended']).default('open') }),
    answer: agent.conversationList,
    status: 200,
  },
  getConversation: {
    method: 'GET',
    path: '/v1/agent/conversations/{conversation}',
    summary: 'One conversation with its panel',
    caller: 'agent',
    answer: agent.conversationDetail,
    status: 200,
  },
  earlierMessages: {
    method: 'GET',
    path: '/v1/agent/conversations/{conversation}/messages',
    summary: 'The messages before a number',
    caller: 'agent',
    query: z.object({ before: z.coerce.number().int().positive().max(LAST_LINE) }),
    answer: agent.messagePage,
    status: 200,
  },
  conversationTrace: {
    method: 'GET',
    path: '/v1/agent/conversations/{conversation}/trace',
    summary: 'How we know who this is',
    caller: 'agent',
    answer: agent.traceView,
    status: 200,
  },
  consoleConnections: {
    method: 'GET',
    path: '/v1/console/connections',
    summary: 'The brand’s connections, and how they do',
    caller: 'developer',
    answer: developer.consoleConnections,
    status: 200,
  },
  consoleAttempts: {
    method: 'GET',
    path: '/v1/console/connections/{connection}/attempts',
    summary: 'What became of the latest proofs',
    caller: 'developer',
    query: developer.attemptQuery,
    answer: developer.attemptPage,
    status: 200,
  },
  consoleAttempt: {
    method: 'GET',
    path: '/v1/console/connections/{connection}/attempts/{attempt}',
    summary: 'Why a proof was refused, or believed',
    caller: 'developer',
    answer: developer.attemptDetail,
    status: 200,
  },
  findAttempt: {
    method: 'GET',
    path: '/v1/console/attempts/{attempt}',
    summary: 'The same, by the attempt’s id alone',
    caller: 'developer',
    answer: developer.attemptDetail,
    status: 200,
  },
  consoleLogouts: {
    method: 'GET',
    path: '/v1/console/connections/{connection}/logouts',
    summary: 'What became of the latest logout tokens',
    caller: 'developer',
    answer: developer.logoutPage,
    status: 200,
  },
  tryProof: {
    method: 'POST',
    path: '/v1/console/connections/{connection}/try',
    summary: 'Judge a token or a code without opening a session',
    caller: 'developer',
    body: developer.tryProof,
    answer: developer.tryResult,
    status: 200,
  },
} as const satisfies Record<string, Route>;

/** Where the service was started with the test clock; elsewhere these are not there. */
export const testClockRoutes = {
  readTestClock: {
    method: 'GET',
    path: '/v1/operator/test-clock',
    summary: 'Where the test clock stands',
    caller: 'operator',
    answer: testClock.testClockView,
    status: 200,
  },
  moveTestClock: {
    method: 'PUT',
    path: '/v1/operator/test-clock',
    summary: 'Move, freeze or reset the test clock',
    caller: 'operator',
    body: testClock.moveTestClock,
    answer: testClock.testClockView,
    status: 200,
  },
} as const satisfies Record<string, Route>;

import { z } from 'zod';
import * as attachments from '../http/attachments.js';
import * as sessions from '../http/sessions.js';
import * as windows from '../http/windows.js';
import { connectionKey } from '../names.js';
import type { Route } from './route.js';

/** What a page, an app, a window or anybody may ask. */
export const consumerRoutes = {
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
  uploadAttachment: {
    method: 'POST',
    path: '/v1/attachments',
    summary: 'Upload a picture or a PDF of up to 10 MB: the body is the file, Content-Disposition its name',
    caller: 'page',
    query: attachments.attachmentQuery,
    answer: attachments.attachment,
    status: 201,
  },
  readFile: {
    method: 'GET',
    path: '/files/{brand}/{attachment}',
    summary: 'A file of one’s conversation, by a link that was given a moment ago',
    caller: 'anyone',
    query: attachments.fileQuery,
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
  backchannelLogout: {
    method: 'POST',
    path: '/v1/connections/{connection}/backchannel-logout',
    summary:
      'Take a logout token from the provider: OpenID Connect Back-Channel Logout 1.0, a form with `logout_token`',
    caller: 'anyone',
    status: 200,
  },
} as const satisfies Record<string, Route>;

import type { Payload, QuickCheck } from '../checks/check.js';
import { reject } from '../rejection.js';

export const LOGOUT_EVENT = 'http://schemas.openid.net/event/backchannel-logout';

const isObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What is said of the event, if anything: of the member's own, never of what every object has. */
const said = (events: unknown): unknown =>
  isObject(events) && Object.hasOwn(events as object, LOGOUT_EVENT)
    ? (events as Record<string, unknown>)[LOGOUT_EVENT]
    : undefined;

export const event: QuickCheck<Payload> = {
  name: 'event',
  sentence: 'The token tells of a logout: its `events` have that member, and it is an object.',
  clause: 'OpenID Connect Back-Channel Logout 1.0, section 2.6',
  run: ({ members }) =>
    isObject(said(members?.['events']))
      ? undefined
      : reject('type_not_allowed', 'the event of a logout', 'another, or none'),
};

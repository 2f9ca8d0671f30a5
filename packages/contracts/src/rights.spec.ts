import { expect, test } from 'vitest';
import { type AgentRole, agentRole } from './http/agent.js';
import { may, type Right, rightOfCaller, rights } from './rights.js';
import { type Route, routes } from './routes.js';

test.each<[AgentRole, readonly Right[]]>([
  ['agent', ['answer']],
  ['lead', ['answer', 'lead']],
  ['developer', ['answer', 'develop', 'setUp']],
  ['admin', ['answer', 'lead', 'develop', 'setUp', 'manage']],
])('the role %s may: %s', (role, allowed) => {
  expect((Object.keys(rights) as Right[]).filter((right) => may(role, right))).toEqual(allowed);
});

test('every role that can be given is in the table, and one that cannot may nothing', () => {
  for (const role of agentRole.options) expect(may(role, 'answer'), role).toBe(true);
  for (const right of Object.keys(rights) as Right[]) expect(may('owner' as AgentRole, right)).toBe(false);
});

test('every route of the workspace says the least right it wants', () => {
  const ofWorkspace = (Object.values(routes) as Route[]).filter(({ path }) =>
    /^\/v1\/(agent|console)\//.test(path),
  );
  const open = ofWorkspace.filter(({ caller }) => !(caller in rightOfCaller));
  // The way in, and out to the provider.
  expect(open.map(({ path }) => path)).toEqual(['/v1/agent/sign-in', '/v1/agent/callback']);
});

import { expect, test } from 'vitest';
import { type Command, matching } from './matching';

const command = (group: Command['group'], text: string): Command => ({
  id: text,
  group,
  text,
  run: () => undefined,
});
const all = [
  command('conversations', 'Zoë Ångström'),
  command('actions', 'Take conversation'),
  command('actions', 'Sign out'),
  command('pages', 'Connections'),
  command('conversations', 'أَحْمَد'),
];
const found = (typed: string) => matching(all, typed).map(({ text }) => text);

test('every word that was typed is found, in any order', () => {
  expect(found('conv take')).toEqual(['Take conversation']);
  expect(found('take sign')).toEqual([]);
});

test('accents, vowel signs and case are not asked for', () => {
  expect(found('zoe ANG')).toEqual(['Zoë Ångström']);
  expect(found('احمد')).toEqual(['أَحْمَد']);
});

test('what begins with it stands before what only holds it, each in its group', () => {
  expect(found('con')).toEqual(['Take conversation', 'Connections']);
});

test('of many conversations the first few are shown', () => {
  const many = [...Array(2_000).keys()].map((number) => command('conversations', `Anonymous ${number}`));
  expect(matching(many, 'anon')).toHaveLength(8);
});

import { expect, it } from 'vitest';
import { contentPolicy } from './content-policy';

const settings = {
  apiUrl: 'https://chat.example.com',
  demo: false,
  brandSiteUrl: 'http://localhost:4200/lobby',
  idpUrl: null,
};
const ancestors = (policy: string) => /frame-ancestors ([^;]*)/.exec(policy)?.[1];

it('nobody may frame the workspace', () => {
  expect(ancestors(contentPolicy('n', settings))).toBe("'none'");
  expect(ancestors(contentPolicy('n', { ...settings, demo: true, brandSiteUrl: null }))).toBe("'none'");
});

it('in a demo the shop may frame it, and no other page', () =>
  expect(ancestors(contentPolicy('n', { ...settings, demo: true }))).toBe('http://localhost:4200'));

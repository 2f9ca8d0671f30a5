import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { BrandFileWrong, readBrandFile } from '../src/brand-file/index.js';
import { inRoot } from '../src/paths.js';

const example = inRoot('e2e/outside-app/brand.yaml');
const good = `brands:
  - slug: acme
    name: Acme
    origins: [https://www.acme.example]
    connections:
      - key: web
        flow: code
        issuer: google
        redirectUris: [https://www.acme.example/chat/callback]
`;

function wrong(text: string): string[] {
  try {
    readBrandFile('brand.yaml', text);
  } catch (error) {
    if (error instanceof BrandFileWrong) return error.message.split('\n');
    throw error;
  }
  throw new Error('The file was taken.');
}

test('the example of the guide is as expected', () => {
  expect(readBrandFile(example).brands.map(({ slug }) => slug)).toEqual(['sundry']);
});

test('a file of one connection is enough, and JSON is as good as YAML', () => {
  const file = readBrandFile('brand.yaml', good);
  expect(file.brands[0]?.connections[0]).toMatchObject({ key: 'web', flow: 'code', issuer: 'google' });
  expect(readBrandFile('brand.json', JSON.stringify({ brands: file.brands })).brands).toEqual(file.brands);
});

test('a member that does not exist is told by its own line and column', () => {
  expect(wrong(good.replace('    name: Acme', '    name: Acme\n    colour: red'))).toEqual([
    'brand.yaml:4:5: brands[0].colour: expected no such member',
  ]);
});

test('a value of another kind is told with what was expected', () => {
  expect(wrong(good.replace('issuer: google', 'issuer: 7'))).toEqual([
    'brand.yaml:8:9: brands[0].connections[0].issuer: expected string, received number',
  ]);
});

test('a member that is missing is told where it belongs', () => {
  expect(wrong(good.replace('    name: Acme\n', ''))).toEqual([
    expect.stringMatching(/^brand\.yaml:2:5: brands\[0\]\.name: expected string/),
  ]);
});

test('everything that is wrong is told at once', () => {
  const text = good
    .replace('name: Acme', 'name: 7')
    .replace('flow: code', 'flow: code\n        minimum: friend');
  expect(wrong(text)).toHaveLength(2);
});

test('a flow that does not exist is told with those there are', () => {
  expect(wrong(good.replace('flow: code', 'flow: hybrid'))[0]).toMatch(
    /^brand\.yaml:7:9: brands\[0\]\.connections\[0\]\.flow: expected/,
  );
});

test('an issuer nobody named is told with those there are', () => {
  expect(wrong(good.replace('issuer: google', 'issuer: gogle'))).toEqual([
    'brand.yaml:8:9: brands[0].connections[0].issuer: expected one of google, larkspur, juniper',
  ]);
});

test('an Implicit Flow needs an issuer of the brand’s own, which signs', () => {
  const text = good.replace('flow: code', 'flow: implicit').replace(/ +redirectUris.*\n/, '');
  expect(wrong(text)).toEqual([
    'brand.yaml:8:9: brands[0].connections[0].issuer: expected the url of one of the brand’s issuers, which signs',
  ]);
});

test('a Code Flow without a redirect URI, and a connection without a page, are told', () => {
  const text = good.replace(/ +redirectUris.*\n/, '').replace(/ +origins.*\n/, '');
  expect(wrong(text)).toEqual([
    'brand.yaml:5:9: brands[0].connections[0].redirectUris: expected at least one',
    'brand.yaml:5:9: brands[0].connections[0]: expected origins, here or at the brand, or apps: true',
  ]);
});

test('a name that is taken is told at the second place', () => {
  const people = 'people:\n  - { id: ada }\n  - { id: ada }\n';
  expect(wrong(good + people)).toEqual([
    'brand.yaml:12:7: people[1].id: expected another id: ada is taken above',
  ]);
});

test('what is no YAML is told where it breaks', () => {
  expect(wrong('brands:\n  - slug: [acme\n')[0]).toMatch(/^brand\.yaml:\d+:\d+: not YAML: /);
});

test.each([
  ['nothing', ''],
  ['a list', '- brands'],
  ['a text', 'brands'],
])('%s is no file of brands', (_, text) => {
  expect(wrong(text)[0]).toMatch(/^brand\.yaml:1:1: the file: expected object/);
});

test('a file that is not there is told by its name', () => {
  expect(() => readBrandFile('/nowhere/brand.yaml')).toThrow('/nowhere/brand.yaml: there is no such file');
});

test('every option of the guide is in the help', async () => {
  const { help } = await import('../src/run/options.js');
  const guide = readFileSync(inRoot('docs/guide/end-to-end-in-ci.md'), 'utf8');
  for (const [option] of help.matchAll(/--(config|ci|reset|quiet|help)/g)) expect(guide).toContain(option);
});

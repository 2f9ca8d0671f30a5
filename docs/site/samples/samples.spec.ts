import { describe, expect, test } from 'vitest';
import { repository } from '../places.ts';
import { checkSamples } from './classes.ts';
import { type Sample, samplesIn, samplesOf } from './collect.ts';
import { checkTypes } from './types.ts';

const sample = (language: string, text: string, about = ''): Sample => ({
  document: 'docs/a.md',
  line: 1,
  language,
  about,
  text,
});
const wrongIn = (...samples: Sample[]) => checkSamples(samples, repository).wrong;

describe('code samples of the documents', () => {
  const samples = samplesOf(repository);

  test('each code sample is run, type-checked or read, and none is passed over', () => {
    const { counts, wrong } = checkSamples(samples, repository);
    const told = [...counts].map(([name, count]) => `  ${count} ${name}`).join('\n');
    process.stdout.write(`${samples.length} code samples:\n${told}\n`);
    expect(wrong).toEqual([]);
    expect([...counts.values()].reduce((sum, count) => sum + count, 0)).toBe(samples.length);
  });

  test('what a code sample calls of ours is there, by the compiler’s word', () => {
    expect(checkTypes(samples)).toEqual([]);
  }, 60_000);
});

describe('what a sample can have wrong', () => {
  test.each([
    ['JSON that is none', sample('json', '{ a: 1 }')],
    ['a script that does not parse', sample('ts', 'const = 1;')],
    ['a tag that is not closed', sample('html', '<div><p></div>')],
    ['a script in a page', sample('html', '<script>const = 1;</script>')],
    ['a command that is cut off', sample('sh', 'if true; then')],
    ['YAML of two minds', sample('yaml', 'a: [1\nb: 2')],
    ['a language that nobody reads', sample('cobol', 'STOP RUN.')],
    ['a file that is not there', sample('js', '1;', 'file=gone.mjs')],
    ['a run that nobody makes', sample('sh', 'true', 'run=nowhere')],
    ['a run that no test makes', sample('sh', 'true', 'run=house')],
  ])('%s is found', (_, one) => {
    expect(wrongIn(one)).toHaveLength(1);
  });

  test('a member that is not there is found', () => {
    const text =
      "import { proofHandler } from '@countersign/brand-kit';\nproofHandler({ nobody: customer });\n";
    expect(checkTypes([sample('ts', text)]).join('\n')).toContain("'nobody' does not exist");
  }, 60_000);

  test('a block within a list is a block, without what it is set in by', () => {
    const [one] = samplesIn('a.md', '1. So:\n\n   ```json\n   {}\n   ```\n');
    expect(one).toEqual({ document: 'a.md', line: 3, language: 'json', about: '', text: '{}\n' });
  });
});

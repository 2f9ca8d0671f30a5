import { expect, test } from 'vitest';
import { beginning, follow, type Head, hashOfLink, type Link, reaches } from './chain.js';

function chained(count: number): Link[] {
  const links: Link[] = [];
  let head: Head = beginning;
  for (let number = 1; number <= count; number += 1) {
    const link = {
      brandId: 'brand',
      number,
      id: `id-${number}`,
      at: '1764306000000',
      actor: 'operator',
      action: 'encryption_keys_rotated',
      detail: '{}',
      previous: head.hash,
      hash: '',
    };
    head = { number, hash: hashOfLink(link) };
    links.push({ ...link, hash: head.hash });
  }
  return links;
}
const at = (links: readonly Link[]) => (number: number) => links.find((one) => one.number === number)?.hash;

test('a log that nobody touched is whole, read in one piece or in several', () => {
  const links = chained(5);
  const first = follow(links.slice(0, 2));
  expect(first).toMatchObject({ whole: true, head: { number: 2 } });
  const head = first.whole ? first.head : beginning;
  expect(follow(links.slice(2), head)).toEqual(follow(links));
});

test('the first broken link is named: changed, taken out, or put elsewhere', () => {
  const links = chained(5);
  const other = { ...links[2], actor: 'nobody' } as Link;
  expect(follow(links.with(2, other))).toEqual({ whole: false, number: 3, why: 'changed' });
  // Whoever hashes it anew breaks the next one.
  const again = { ...other, hash: hashOfLink(other) };
  expect(follow(links.with(2, again))).toEqual({ whole: false, number: 4, why: 'not-next' });
  expect(follow(links.toSpliced(2, 1))).toEqual({ whole: false, number: 3, why: 'missing' });
  const [one, two] = [links[1], links[2]] as [Link, Link];
  const swapped = links.with(1, { ...two, number: 2 }).with(2, { ...one, number: 3 });
  expect(follow(swapped)).toMatchObject({ whole: false, number: 2 });
});

test('an end that was cut off, or written anew, shows at the head that is remembered', () => {
  const links = chained(5);
  const head = { number: 5, hash: links[4]?.hash ?? '' };
  const short = links.slice(0, 3);
  expect(reaches(follow(short), head, at(short))).toEqual({ whole: false, number: 4, why: 'cut-off' });
  expect(reaches(follow(links), { ...head, hash: 'f'.repeat(64) }, at(links))).toEqual({
    whole: false,
    number: 5,
    why: 'changed',
  });
  expect(reaches(follow(links), head, at(links))).toMatchObject({ whole: true });
});

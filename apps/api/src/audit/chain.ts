import { createHash } from 'node:crypto';

/** An entry of the log as it is hashed: `at` in milliseconds, `detail` as PostgreSQL spells a jsonb. */
export type Link = {
  readonly brandId: string;
  readonly number: number;
  readonly id: string;
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly detail: string;
  readonly previous: string;
  readonly hash: string;
};

/** Where a log ends. */
export type Head = { readonly number: number; readonly hash: string };

/** The first link that does not hold, and why; or that all do. */
export type Chain =
  | { readonly whole: true; readonly head: Head }
  | { readonly whole: false; readonly number: number; readonly why: Broken };
/** An entry was changed · one or more are gone · it does not follow the one before it · the end of the log is gone. */
export type Broken = 'changed' | 'missing' | 'not-next' | 'cut-off';

export const beginning: Head = { number: 0, hash: '' };

export const hashOfLink = (link: Link): string =>
  createHash('sha256')
    .update(
      [
        'v1',
        link.previous,
        link.brandId,
        link.number,
        link.id,
        link.at,
        link.actor,
        link.action,
        link.detail,
      ].join('\n'),
    )
    .digest('hex');

/** Goes on from where the last links ended. */
export function follow(links: readonly Link[], from: Head = beginning): Chain {
  let head = from;
  for (const link of links) {
    const number = head.number + 1;
    if (link.number !== number) return { whole: false, number, why: 'missing' };
    if (hashOfLink(link) !== link.hash) return { whole: false, number, why: 'changed' };
    if (link.previous !== head.hash) return { whole: false, number, why: 'not-next' };
    head = { number, hash: link.hash };
  }
  return { whole: true, head };
}

/** A log that ends before a head that is remembered elsewhere has lost its end. */
export function reaches(
  chain: Chain,
  remembered: Head,
  hashAt: (number: number) => string | undefined,
): Chain {
  if (!chain.whole || remembered.number === 0) return chain;
  if (chain.head.number < remembered.number)
    return { whole: false, number: chain.head.number + 1, why: 'cut-off' };
  return hashAt(remembered.number) === remembered.hash
    ? chain
    : { whole: false, number: remembered.number, why: 'changed' };
}

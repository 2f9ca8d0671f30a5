import { isDeepStrictEqual } from 'node:util';
import { type CardBody, type Fact, fillCard, wishOf } from '@countersign/claims';

/** Whether the facts still make this very card: what was seen is what is accepted, to the last penny. */
export const isCurrent = (body: CardBody, facts: readonly Fact[]): boolean =>
  isDeepStrictEqual(fillCard(wishOf(body), facts, body.assurance), body);

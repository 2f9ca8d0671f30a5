import type { CardBody } from '@countersign/claims';
import type { Card } from '@countersign/contracts';

/** The kinds and versions whose form is known here: `type version`. */
const KNOWN = new Set(['offer 1', 'bill 1']);

/**
 * What a card says; undefined: it is of a kind or version that is not known here, and is not drawn by half. Its form was
 * tested by the service, which made it, so no schema travels with the client.
 */
export const cardBodyOf = ({ body }: Pick<Card, 'body'>): CardBody | undefined =>
  KNOWN.has(`${body.type} ${body.version}`) ? (body as CardBody) : undefined;

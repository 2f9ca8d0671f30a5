import type { JoseHeader } from '../envelope/header.js';
import { type Rejection, reject } from '../rejection.js';

/** What a header could name to choose its judge or to be read in another way. RFC 8725, section 3.10. */
const NEVER_FOLLOWED = ['jku', 'jwk', 'x5u', 'x5c', 'crit', 'zip', 'b64'];

const pointers = (header: JoseHeader): readonly string[] =>
  NEVER_FOLLOWED.filter((member) => Object.hasOwn(header, member));

export const pointsNowhere = (header: JoseHeader): boolean => pointers(header).length === 0;

export const forbidden = (header: JoseHeader): Rejection =>
  reject('header_forbidden', `none of ${NEVER_FOLLOWED.join(', ')}`, pointers(header).join(', '));

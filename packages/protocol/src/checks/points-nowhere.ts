import type { JoseHeader } from '../envelope/header.js';

/** What a header could name to choose its judge or to be read in another way. RFC 8725, section 3.10. */
const NEVER_FOLLOWED = ['jku', 'jwk', 'x5u', 'x5c', 'crit', 'zip', 'b64'];

export const pointsNowhere = (header: JoseHeader): boolean =>
  !NEVER_FOLLOWED.some((member) => Object.hasOwn(header, member));

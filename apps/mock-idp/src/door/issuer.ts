import type { Issuer } from '../issuer/index.js';
import { unknown } from './refused.js';
import type { Call } from './route.js';

/** An issuer by its key, or a refusal that names those there are. */
export function issuerOf({ namespace, issuers }: Call, key = ''): Issuer {
  const issuer = namespace.issuers.find((one) => one.key === key);
  if (!issuer) throw unknown('issuer', key, issuers);
  return issuer;
}

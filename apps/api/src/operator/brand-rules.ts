import type { putBrand } from '@countersign/contracts';
import { isOriginPattern } from '@countersign/protocol';
import type { z } from 'zod';
import { isStandIn } from '../connections/index.js';

type Input = z.output<typeof putBrand>;
export type RuleError = { path: string; message: string };

const isLoopback = (url: string) =>
  /^http:\/\/(localhost|127\.0\.0\.1|\[::1\]|[a-z0-9.-]+\.localhost)(:\d+)?(\/|$)/.test(url);

function ofIssuers({ issuers }: Input, loopback: boolean): RuleError[] {
  return issuers.flatMap(({ url, discovery, jwksUri, keys }, index) => {
    const path = `issuers.${index}`;
    const errors: RuleError[] = [];
    if (!url.startsWith('https://') && !(loopback && isLoopback(url)))
      errors.push({ path: `${path}.url`, message: 'is not https' });
    else if (!loopback && isStandIn(url))
      errors.push({ path: `${path}.url`, message: 'is the stand-in: for a demo only' });
    if (discovery && (keys || jwksUri))
      errors.push({
        path,
        message: 'an issuer with discovery publishes its own keys: leave out keys and jwksUri',
      });
    if (!discovery && !keys && !jwksUri)
      errors.push({ path, message: 'an issuer without discovery needs a jwksUri or keys' });
    return errors;
  });
}

function ofConnections({ connections, issuers }: Input, loopback: boolean): RuleError[] {
  return connections.flatMap((connection, index) => {
    const path = `connections.${index}`;
    const errors: RuleError[] = [];
    const issuer = issuers.find(({ url }) => url === connection.issuer);
    if (!issuer) errors.push({ path: `${path}.issuer`, message: 'is none of the issuers' });
    if (issuer && connection.flow === 'code' && !issuer.discovery)
      errors.push({ path: `${path}.issuer`, message: 'Code Flow needs an issuer with discovery' });
    if (connection.factsKey !== undefined && !seals(connection, connection.factsKey))
      errors.push({
        path: `${path}.factsKey`,
        message: 'is no mapped claim the issuer is authoritative for',
      });
    connection.origins.forEach((origin, at) => {
      if (!isOriginPattern(origin, { loopback }))
        errors.push({ path: `${path}.origins.${at}`, message: 'is not an https origin' });
    });
    return errors;
  });
}

const seals = ({ mapping, authoritative }: Input['connections'][number], claim: string): boolean =>
  Object.hasOwn(mapping, claim) && (authoritative.includes('*') || authoritative.includes(claim));

const twice = (names: readonly string[], path: string): RuleError[] =>
  new Set(names).size === names.length ? [] : [{ path, message: 'a name stands twice' }];

/** What the form alone cannot say of a brand. */
export const brandErrors = (input: Input, loopback: boolean): RuleError[] => [
  ...ofIssuers(input, loopback),
  ...ofConnections(input, loopback),
  ...twice(
    input.connections.map(({ key }) => key),
    'connections',
  ),
  ...twice(
    input.issuers.map(({ url }) => url),
    'issuers',
  ),
];

import { type BrandFile, type FileBrand, type FileConnection, isStandIn, standInIssuers } from './shape.js';

/** What is wrong, and where in the file: found when the shape is right. */
export type Fault = { readonly path: readonly (string | number)[]; readonly expected: string };

function* repeated(
  at: readonly (string | number)[],
  member: string,
  values: readonly string[],
): Generator<Fault> {
  for (const [index, value] of values.entries())
    if (values.indexOf(value) < index)
      yield { path: [...at, index, member], expected: `expected another ${member}: ${value} is taken above` };
}

function* ofConnection(
  { issuers, origins }: FileBrand,
  connection: FileConnection,
  at: readonly (string | number)[],
): Generator<Fault> {
  const { flow, issuer } = connection;
  const urls = issuers.map(({ url }) => url);
  const byStandIn = isStandIn(issuer);
  if (flow === 'implicit' && byStandIn)
    yield {
      path: [...at, 'issuer'],
      expected: 'expected the url of one of the brand’s issuers, which signs',
    };
  else if (!byStandIn && !urls.includes(issuer)) {
    const known = [...(flow === 'code' ? standInIssuers : []), ...urls];
    yield {
      path: [...at, 'issuer'],
      expected: `expected one of ${known.join(', ') || 'the urls under issuers, of which there is none'}`,
    };
  }
  if (flow === 'code' && connection.redirectUris === undefined && connection.mode !== 'liveperson')
    yield { path: [...at, 'redirectUris'], expected: 'expected at least one' };
  if (flow === 'code' && urls.includes(issuer) && !(connection.clientId && connection.clientSecret))
    yield { path: at, expected: 'expected clientId and clientSecret: the issuer is not the stand-in’s' };
  if ((connection.origins ?? origins).length === 0 && !connection.apps)
    yield { path: at, expected: 'expected origins, here or at the brand, or apps: true' };
}

function* ofBrand(brand: FileBrand, at: readonly (string | number)[]): Generator<Fault> {
  const keys = brand.connections.map(({ key }) => key);
  yield* repeated([...at, 'connections'], 'key', keys);
  yield* repeated(
    [...at, 'clients'],
    'key',
    brand.clients.map(({ key }) => key),
  );
  yield* repeated(
    [...at, 'agents'],
    'email',
    brand.agents.map(({ email }) => email.toLowerCase()),
  );
  for (const [index, connection] of brand.connections.entries())
    yield* ofConnection(brand, connection, [...at, 'connections', index]);
  for (const [index, { backend, redirectUris, codesFor = [] }] of brand.clients.entries()) {
    const here = [...at, 'clients', index];
    if (!backend && redirectUris.length === 0)
      yield { path: [...here, 'redirectUris'], expected: 'expected at least one, unless backend is true' };
    for (const [place, key] of codesFor.entries())
      if (!keys.includes(key))
        yield { path: [...here, 'codesFor', place], expected: `expected one of ${keys.join(', ')}` };
  }
}

/** What no shape can say: names that are taken, and names that lead nowhere. */
export function* faultsOf({ brands, people }: BrandFile): Generator<Fault> {
  yield* repeated(
    ['brands'],
    'slug',
    brands.map(({ slug }) => slug),
  );
  yield* repeated(
    ['people'],
    'id',
    people.map(({ id }) => id),
  );
  for (const [index, brand] of brands.entries()) yield* ofBrand(brand, ['brands', index]);
}

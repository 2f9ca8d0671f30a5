import { type Caller, problem, type Route, routes, testClockRoutes } from '@countersign/contracts';
import { z } from 'zod';

const security: Record<Caller, object[]> = {
  anyone: [],
  page: [{ possession: [] }],
  brand: [{ apiKey: [] }],
  agent: [{ agentCookie: [] }],
  lead: [{ agentCookie: [] }],
  developer: [{ agentCookie: [] }],
  builder: [{ agentCookie: [] }],
  admin: [{ agentCookie: [] }],
  person: [{ personCookie: [] }],
  operator: [{ operatorKey: [] }],
};

const securitySchemes = {
  possession: {
    type: 'apiKey',
    in: 'header',
    name: 'DPoP',
    description: 'A proof of possession of the browser’s key, in the form of RFC 9449.',
  },
  apiKey: { type: 'http', scheme: 'bearer', description: 'An API key of the brand, for its backend only.' },
  agentCookie: { type: 'apiKey', in: 'cookie', name: 'cs-agent', description: 'Set when an agent signs in.' },
  personCookie: {
    type: 'apiKey',
    in: 'cookie',
    name: 'cs-person',
    description: 'Set when somebody signs in to make a brand.',
  },
  operatorKey: { type: 'http', scheme: 'bearer', description: 'The key of whoever runs the service.' },
};

/** The document's own, by name. */
type Schemas = Record<string, object>;

/**
 * A shape as JSON Schema. What it refers to by name is put among the document's own schemas: every `$ref` begins at the
 * root of the document, whichever part of it it stands in.
 */
function schemaOf(shape: z.ZodType, io: 'input' | 'output', name: string, schemas: Schemas): object {
  const { $schema: _, $defs = {}, ...schema } = z.toJSONSchema(shape, { io, unrepresentable: 'any' });
  const placed = (part: object): object =>
    JSON.parse(JSON.stringify(part).replaceAll('"#/$defs/', `"#/components/schemas/${name}.`));
  for (const [key, one] of Object.entries($defs)) schemas[`${name}.${key}`] = placed(one);
  return placed(schema);
}

const parametersOf = (path: string) =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));

function queryOf({ query }: Route) {
  if (!query) return [];
  const { required = [], properties = {} } = z.toJSONSchema(query, { io: 'input' });
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
}

function operationOf(name: string, route: Route, schemas: Schemas) {
  const answer = route.answer
    ? {
        description: 'As it should be',
        content: {
          'application/json': { schema: schemaOf(route.answer, 'output', `${name}.answer`, schemas) },
        },
      }
    : { description: 'As it should be' };
  return {
    operationId: name,
    summary: route.summary,
    tags: [route.caller],
    security: security[route.caller],
    parameters: [...parametersOf(route.path), ...queryOf(route)],
    ...(route.body
      ? {
          requestBody: {
            required: true,
            content: {
              'application/json': { schema: schemaOf(route.body, 'input', `${name}.body`, schemas) },
            },
          },
        }
      : {}),
    responses: {
      [route.status]: answer,
      default: {
        description: 'A problem, by its code',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

/** The OpenAPI document, made from the same shapes the service parses by. */
export function openApi(publicUrl: string, { testClock }: { testClock: boolean }): object {
  const paths: Record<string, Record<string, unknown>> = {};
  const schemas: Schemas = {};
  schemas['Problem'] = schemaOf(problem, 'output', 'Problem', schemas);
  const all: Record<string, Route> = { ...routes, ...(testClock ? testClockRoutes : {}) };
  for (const [name, route] of Object.entries(all)) {
    const path = paths[route.path] ?? {};
    paths[route.path] = { ...path, [route.method.toLowerCase()]: operationOf(name, route, schemas) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Countersign', version: '0.1.0', description: 'Authenticated chat that anyone can run.' },
    servers: [{ url: publicUrl }],
    paths,
    components: { securitySchemes, schemas },
  };
}

import { type Caller, problem, type Route, routes, testClockRoutes } from '@countersign/contracts';
import { z } from 'zod';

const security: Record<Caller, object[]> = {
  anyone: [],
  page: [{ possession: [] }],
  brand: [{ apiKey: [] }],
  agent: [{ agentCookie: [] }],
  developer: [{ agentCookie: [] }],
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
  operatorKey: { type: 'http', scheme: 'bearer', description: 'The key of whoever runs the service.' },
};

const schemaOf = (shape: z.ZodType, io: 'input' | 'output'): object => {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, { io, unrepresentable: 'any' });
  return schema;
};

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

function operationOf(name: string, route: Route) {
  const answer = route.answer
    ? {
        description: 'As it should be',
        content: { 'application/json': { schema: schemaOf(route.answer, 'output') } },
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
            content: { 'application/json': { schema: schemaOf(route.body, 'input') } },
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
  const all: Record<string, Route> = { ...routes, ...(testClock ? testClockRoutes : {}) };
  for (const [name, route] of Object.entries(all)) {
    const path = paths[route.path] ?? {};
    paths[route.path] = { ...path, [route.method.toLowerCase()]: operationOf(name, route) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Countersign', version: '0.1.0', description: 'Authenticated chat that anyone can run.' },
    servers: [{ url: publicUrl }],
    paths,
    components: { securitySchemes, schemas: { Problem: schemaOf(problem, 'output') } },
  };
}

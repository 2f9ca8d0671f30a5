import { type Caller, type Route, routes } from '@countersign/contracts';
import { z } from 'zod';
import type { Page } from './page.ts';
import { type Schema, tableOf } from './schema.ts';

type Chapter = { readonly title: string; readonly how: string };

const chapters: Readonly<Partial<Record<Caller, Chapter>>> = {
  anyone: {
    title: 'What anybody may ask',
    how: 'No credentials. What is secret is behind a link or a state of its own.',
  },
  page: {
    title: 'What a page or an app asks',
    how: 'A proof of possession of the browser’s key in `DPoP`, in the form of RFC 9449, and the session’s token in `Authorization: DPoP` once there is one. A browser’s `Origin` must be one of the connection’s. [chat-client](/packages/chat-client/) does all of it.',
  },
  brand: {
    title: 'What a brand’s backend asks',
    how: '`Authorization: Bearer` with an API key of the brand, which has the right for it. Requests with an `Origin` are refused: a key in a page is everybody’s.',
  },
  agent: {
    title: 'What the workspace asks',
    how: 'The cookie an agent gets by signing in. Writing needs the `Origin` of the workspace.',
  },
  lead: {
    title: 'What leads ask',
    how: 'The cookie of an agent of the brand who leads. Each look at a customer is written into the audit log. Writing needs the `Origin` of the workspace.',
  },
  developer: {
    title: 'What the brand’s console asks',
    how: 'The cookie of an agent whose role has the right for it.',
  },
  person: {
    title: 'What somebody asks who makes a brand',
    how: 'The cookie of whoever signed in to make or set up a brand. Writing needs the `Origin` of the workspace.',
  },
  builder: {
    title: 'What setting a brand up asks',
    how: 'The cookie of an agent of the brand who may set it up: a developer or an admin. Writing needs the `Origin` of the workspace.',
  },
  admin: {
    title: 'What managing a brand asks',
    how: 'The cookie of an admin of the brand. Writing needs the `Origin` of the workspace.',
  },
  operator: {
    title: 'What the operator asks',
    how: '`Authorization: Bearer` with the key the service was started with.',
  },
};

const schemaOf = (shape: z.ZodType, io: 'input' | 'output'): Schema =>
  z.toJSONSchema(shape, { io, unrepresentable: 'any', reused: 'inline' }) as Schema;

function parametersOf({ path }: Route): string {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => `\`${name}\``);
  return names.length > 0 ? `In the path: ${names.join(', ')}.` : '';
}

const part = (title: string, shape: z.ZodType | undefined, io: 'input' | 'output'): string =>
  shape ? `**${title}**\n\n${tableOf(schemaOf(shape, io))}` : '';

const routeText = (name: string, route: Route): string =>
  [
    `## ${route.summary}`,
    `<p class="route"><code class="method">${route.method}</code> <code>${route.path}</code></p>`,
    parametersOf(route),
    part('Query', route.query, 'input'),
    part('Body', route.body, 'input'),
    part(`Answer, ${route.status}`, route.answer, 'output') || `Answers ${route.status}.`,
    `<p class="operation">Operation <code>${name}</code></p>`,
  ]
    .filter(Boolean)
    .join('\n\n');

const byName = (caller: Caller): Chapter => ({
  title: `What ${caller} asks`,
  how: 'Signed in as such.',
});

/** A page for each kind of caller, from the shapes the service parses by. */
export function apiPages(): Page[] {
  const all = Object.entries<Route>(routes);
  const callers = [...new Set(all.map(([, { caller }]) => caller))];
  return callers.map((caller) => {
    const mine = all.filter(([, route]) => route.caller === caller);
    const { title, how } = chapters[caller] ?? byName(caller);
    const intro = `${how} Refusals are a problem (\`application/problem+json\`) with one of [these codes](/errors/).`;
    return {
      source: 'the routes of packages/contracts',
      slug: `api/${caller}`,
      title,
      description: `${title}: ${mine.length} routes, with what they take and answer.`,
      body: [intro, ...mine.map(([name, route]) => routeText(name, route))].join('\n\n'),
    };
  });
}

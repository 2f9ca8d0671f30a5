import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as contracts from '@countersign/contracts';
import { z } from 'zod';
import type { Page } from './page.ts';
import { type Schema, tableOf } from './schema.ts';

export type Event = {
  readonly name: string;
  readonly says: string;
  /** The type of what goes with it. */
  readonly input: string;
  /** The type of what it is acknowledged with. */
  readonly answer: string | undefined;
};

const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim();

const commentOf = (text: string): string =>
  squeezed(text.replace(/^\s*\/\*\*|\*\/\s*$/g, '').replace(/^\s*\* ?/gm, ''));

/** One member: perhaps a comment, a name, `(input: A, ack: Ack<B>) => void;`. */
const member = /(\/\*\*[\s\S]*?\*\/\s*)?(?:'([\w:-]+)'|(\w+)): \(([\s\S]*?)\) => void;/g;

/** The events of an interface, as its source says them: types are gone when it runs. */
export function eventsOf(source: string, name: string): Event[] {
  const text = new RegExp(`export interface ${name} \\{\\n([\\s\\S]*?)^\\}`, 'm').exec(source)?.[1];
  if (text === undefined) throw new Error(`There is no interface ${name}.`);
  return [...text.matchAll(member)].map(([, comment = '', quoted, bare, parameters = '']) => {
    const [, input = '', answer] =
      /^\s*\w+: ([\s\S]*?)(?:,\s*(?:\/\*\*[\s\S]*?\*\/\s*)?ack: Ack<([\s\S]*)>)?,?\s*$/.exec(parameters) ??
      [];
    const inner = /\/\*\*[\s\S]*?\*\//.exec(parameters)?.[0] ?? '';
    const says = [commentOf(comment), commentOf(inner)].filter(Boolean).join(' ');
    return { name: quoted ?? bare ?? '', says, input: squeezed(input), answer: answer && squeezed(answer) };
  });
}

/** The schema whose type this is, where the wire has one: what a client sends is parsed by it. */
function schemaNamed(type: string, source: string): z.ZodType | undefined {
  const name = new RegExp(`export type ${type} = z\\.(?:infer|input)<typeof (\\w+)>`).exec(source)?.[1];
  const found = name === undefined ? undefined : (contracts as Record<string, unknown>)[name];
  return found instanceof z.ZodType ? found : undefined;
}

/** A type that no schema parses, as it is declared. */
function typeText(type: string, source: string): string {
  const declared = new RegExp(`^export type ${type} = [\\s\\S]*?^\\};$`, 'm').exec(source)?.[0];
  return `\`\`\`ts\n${declared ?? `type What = ${type};`}\n\`\`\``;
}

function described(type: string, source: string, io: 'input' | 'output'): string {
  const list = /^(\w+)\[\]$/.exec(type)?.[1];
  const schema = schemaNamed(list ?? type, source);
  if (!schema) return typeText(type, source);
  const table = tableOf(z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Schema);
  return `${list ? 'A list of' : 'A'} \`${list ?? type}\`:\n\n${table}`;
}

function eventText({ name, says, input, answer }: Event, source: string, io: 'input' | 'output'): string {
  const acknowledged =
    answer === undefined
      ? ''
      : answer === 'null'
        ? 'Acknowledged with nothing.'
        : `Acknowledged with \`${answer}\`, or a problem.`;
  return [`### ${name}`, says, described(input, source, io), acknowledged].filter(Boolean).join('\n\n');
}

type Side = {
  readonly slug: string;
  readonly title: string;
  readonly file: string;
  readonly up: string;
  readonly down: string;
  readonly how: string;
};

const sides: readonly Side[] = [
  {
    slug: 'api/socket-consumer',
    title: 'The consumer’s socket',
    file: 'consumer',
    up: 'ConsumerToServer',
    down: 'ServerToConsumer',
    how: 'socket.io, namespace `/consumer`. CONNECT carries `{token, proof}` in `auth`: the session’s token, and a proof of possession for `POST {API}/socket/consumer` with `ath`. Connection-state recovery is off: whoever comes back says the last number it has, and gets the rest in order, once.',
  },
  {
    slug: 'api/socket-agent',
    title: 'The agent’s socket',
    file: 'agent',
    up: 'AgentToServer',
    down: 'ServerToAgent',
    how: 'socket.io, namespace `/agent`. Signed in by the agent’s cookie; the `Origin` must be the workspace’s. What is told is of the agent’s brand alone.',
  },
];

/** A page for each namespace, from the events both ends are compiled against. */
export function socketPages(root: string): Page[] {
  const folder = join(root, 'packages/contracts/src');
  const read = (name: string) => readFileSync(join(folder, 'socket', `${name}.ts`), 'utf8');
  const files = globSync('{socket,http}/*.ts', { cwd: folder })
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
  return sides.map(({ slug, title, file, up, down, how }) => {
    const source = read(file);
    const texts = (name: string, io: 'input' | 'output') =>
      eventsOf(source, name).map((event) => eventText(event, files, io));
    const intro = `${how}\n\nEvery event of a client is acknowledged with \`{ok: true, value}\` or \`{ok: false, problem}\`, whose code is one of [these](/errors/).`;
    return {
      source: `packages/contracts/src/socket/${file}.ts`,
      slug,
      title,
      description: `${title}: each event with its schema.`,
      body: [
        intro,
        '## What a client sends',
        ...texts(up, 'input'),
        '## What it is told',
        ...texts(down, 'output'),
      ].join('\n\n'),
    };
  });
}

import { z } from 'zod';
import type { Exchange, Party } from './entry';

const members = z.record(z.string(), z.union([z.string(), z.array(z.string())]));
const record = z.record(z.string(), z.unknown());

/** As much of the stand-in's journal as is shown here. */
export const journal = z.array(
  z.object({
    id: z.number(),
    wall: z.iso.datetime(),
    endpoint: z.string(),
    method: z.string(),
    path: z.string(),
    clientId: z.string().optional(),
    person: z.string().optional(),
    state: z.string().optional(),
    status: z.number(),
    request: z.object({ query: members, form: members.optional() }),
    answer: z.object({ idToken: z.object({ header: record, claims: record }).optional() }),
  }),
);
export type Entry = z.infer<typeof journal>[number];

/** One shop: its own authorization server, by its issuer, and the client of the chat there. Any other client is the shop's. */
export type Shop = { readonly issuer: string; readonly chat: string };

type Said = { readonly from: Party; readonly why: string; readonly show: readonly string[] };

const ofChat: Readonly<Record<string, Said>> = {
  backchannel: {
    from: 'Shop’s backend',
    why: 'The shop knows who is signed in. Its backend asks its authorization server for a code for that customer, bound to client, redirect URI, `nonce` and challenge. No window opens, and no frame.',
    show: ['client_id', 'redirect_uri', 'nonce', 'code_challenge', 'code_challenge_method'],
  },
  token: {
    from: 'Countersign',
    why: 'The service swaps the code, server to server. Only it has the client secret and the PKCE verifier: a code that somebody saw on its way is worth nothing.',
    show: ['grant_type', 'redirect_uri', 'code', 'code_verifier'],
  },
  userinfo: { from: 'Countersign', why: 'Claims the ID token leaves out are read once.', show: [] },
};

const ofAnybody: Readonly<Record<string, Said>> = {
  keys: {
    from: 'Countersign',
    why: 'The issuer’s public keys, kept as long as its headers allow and asked for again for a `kid` nobody knows.',
    show: [],
  },
  discovery: {
    from: 'Countersign',
    why: 'The issuer says where its endpoints are. What it calls itself must be the issuer that was asked, letter by letter.',
    show: [],
  },
  authorization: {
    from: 'Browser',
    why: 'Ada signs in at the shop itself, with the client of the shop. The chat has no part in it, and its own client.',
    show: ['client_id', 'scope', 'state', 'nonce', 'code_challenge'],
  },
  token: {
    from: 'Shop’s backend',
    why: 'The shop swaps its own code and knows its customer.',
    show: ['grant_type', 'redirect_uri'],
  },
};

const one = (value: string | readonly string[]): string =>
  typeof value === 'string' ? value : value.join(', ');

function exchangeOf(entry: Entry, { chat }: Shop): Exchange | undefined {
  const { id, wall, endpoint, clientId, method, path, status, request, answer } = entry;
  const said = (clientId === chat ? ofChat[endpoint] : undefined) ?? ofAnybody[endpoint];
  if (!said) return undefined;
  const all = { ...request.query, ...request.form };
  return {
    key: `journal-${id}`,
    at: Date.parse(wall),
    from: said.from,
    to: 'Larkspur ID',
    line: `${method} ${path} · ${status}`,
    why: said.why,
    sent: said.show.flatMap((name) => (all[name] === undefined ? [] : [[name, one(all[name])] as const])),
    ...(clientId === chat && answer.idToken ? { token: answer.idToken } : {}),
  };
}

/**
 * What was asked for one customer, and what is anybody's, as keys are. Others use the same server meanwhile: what they do
 * there is nothing to show.
 */
function entriesFor(subject: string | undefined, entries: readonly Entry[]): readonly Entry[] {
  const person = entries.find(
    ({ answer }) => subject !== undefined && answer.idToken?.claims['sub'] === subject,
  )?.person;
  const theirs = entries.filter((entry) => person !== undefined && entry.person === person);
  // A sign-in begins before it is known whose it is.
  const states = new Set(theirs.flatMap(({ state }) => state ?? []));
  return entries.filter(
    (entry) =>
      entry.clientId === undefined ||
      theirs.includes(entry) ||
      (entry.state !== undefined && states.has(entry.state)),
  );
}

/** What the shop's server was asked for this customer, in words. What explains nothing is left out. */
export function exchangesOf(
  entries: readonly Entry[],
  shop: Shop,
  subject: string | undefined,
): readonly Exchange[] {
  // One stand-in is many issuers.
  const own = `${new URL(shop.issuer).pathname}/`;
  const here = entries.filter(({ path }) => path.startsWith(own));
  return entriesFor(subject, here).flatMap((entry) => exchangeOf(entry, shop) ?? []);
}

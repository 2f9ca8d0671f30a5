import { Browser, PageShown, queryOf, type SignedIn, signIn, signInRequest } from '../sign-in/index.js';
import { issuerOf } from './issuer.js';
import { read } from './read.js';
import { Refused, unknown } from './refused.js';
import type { Call, Route } from './route.js';

/** A sign-in without a browser: what is asked goes through the issuer's own endpoints, faults and journal as any other. */
async function signedIn(call: Call): Promise<SignedIn> {
  const { namespace, answered, req } = call;
  const asked = await read(req, signInRequest);
  const issuer = issuerOf(call, asked.issuer);
  const here = namespace.clients.all().filter((one) => one.issuer === issuer.key);
  const client = here.find(({ clientId }) => clientId === asked.clientId);
  if (!client)
    throw unknown(
      'client',
      asked.clientId,
      here.map(({ clientId }) => clientId),
    );
  const people = namespace.people.at(issuer.key).map(({ id }) => id);
  if (!people.includes(asked.person)) throw unknown('person', asked.person, people);
  const home = new URL(`${issuer.issuer}/`);
  const browser = new Browser(home, req.socket, async (exchange) => {
    const { answer, faults, send } = await answered(namespace, issuer, exchange);
    // What is slow, cut or dropped on the wire has no wire here.
    if (send) throw new PageShown('answer_broken', `The answer did not arrive whole: ${faults.join(', ')}.`);
    return answer;
  });
  const query = queryOf(asked, client.redirectUris[0]);
  const request = new URL(`${issuer.issuer}${issuer.profile.routes.authorization}?${query}`);
  return signIn(browser, request, asked.person, new Set(client.redirectUris));
}

export const signInRoutes: Readonly<Record<string, Route>> = {
  'POST /sign-in': async (call) => {
    try {
      return { status: 200, body: await signedIn(call) };
    } catch (error) {
      if (!(error instanceof PageShown)) throw error;
      throw new Refused(422, { error: error.error, message: error.message });
    }
  },
};

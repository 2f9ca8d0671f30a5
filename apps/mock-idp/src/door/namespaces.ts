import { Refused, unknown } from './refused.js';
import type { Call, Route } from './route.js';

function judgeRoot({ namespace, namespaces }: Call): void {
  if (namespace.name === '') return;
  throw new Refused(404, {
    error: 'root_only',
    message: `Namespaces are kept at ${namespaces.root.url}/control/namespaces.`,
  });
}

export const namespaceRoutes: Readonly<Record<string, Route>> = {
  'GET /namespaces': (call) => {
    judgeRoot(call);
    const { namespaces } = call;
    const listed = namespaces
      .list()
      .map(({ name, lastUse }) => ({ name, url: `${namespaces.root.url}/t/${name}`, lastUse }));
    return { status: 200, body: { capacity: namespaces.capacity, namespaces: listed } };
  },
  'DELETE /namespaces/:name': (call) => {
    judgeRoot(call);
    const { namespaces, names } = call;
    const [name = ''] = names;
    if (namespaces.remove(name)) return { status: 204 };
    throw unknown(
      'namespace',
      name,
      namespaces.list().map((one) => one.name),
    );
  },
  'POST /reset': async ({ namespace, namespaces }) => {
    await Promise.all(namespace.issuers.map(({ world }) => world.keys.reset()));
    namespaces.reset(namespace);
    return { status: 204 };
  },
};

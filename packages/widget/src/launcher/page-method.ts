import type { PageMethod } from '@countersign/chat-client/identity';

/** For methods that do not answer by what they return: a proof or null, or an error after it. */
type Done = (proof?: unknown, error?: unknown) => void;
type Written = (attempt: object, done?: Done) => unknown;

/** A method that names a second parameter may answer by calling it. Called at once, within the click, all the same. */
const heard = (method: Written, owner: unknown, attempt: object): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const done: Done = (proof, error) => (error == null ? resolve(proof) : reject(error));
    // One that is async as well returns nothing in the end: then what it calls counts.
    Promise.resolve(method.call(owner, attempt, done)).then(
      (returned) => returned === undefined || resolve(returned),
      reject,
    );
  });

/** The page's method by a name that may have dots, walked from the window. */
export function pageMethod(name: string): PageMethod | undefined {
  const path = name.split('.');
  const last = path.pop() ?? '';
  let owner: unknown = window;
  for (const part of path) owner = (owner as Record<string, unknown> | null | undefined)?.[part];
  const found = (owner as Record<string, unknown> | null | undefined)?.[last];
  if (typeof found !== 'function') return undefined;
  return (attempt) =>
    found.length < 2 ? found.call(owner, attempt) : heard(found as Written, owner, attempt);
}

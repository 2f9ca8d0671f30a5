import type { PageMethod } from '@countersign/chat-client/identity';

/** The page's method by a name that may have dots, walked from the window. */
export function pageMethod(name: string): PageMethod | undefined {
  const path = name.split('.');
  const last = path.pop() ?? '';
  let owner: unknown = window;
  for (const part of path) owner = (owner as Record<string, unknown> | null | undefined)?.[part];
  const found = (owner as Record<string, unknown> | null | undefined)?.[last];
  return typeof found === 'function' ? (attempt) => found.call(owner, attempt) : undefined;
}

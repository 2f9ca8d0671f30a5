/** A path of the workspace to come back to. Whatever could lead elsewhere becomes the start. */
export const safeReturn = (path: unknown): string =>
  typeof path === 'string' && path.length <= 200 && /^\/(?![/\\])[\w\-/]*$/.test(path) ? path : '/';

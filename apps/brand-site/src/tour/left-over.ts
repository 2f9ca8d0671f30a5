const NAME = 'countersign-tour-begun';

/** Where a browser keeps nothing, only Ada's conversation can be ended. */
function storage(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}

/** A story has begun here: it may be left half way, with a stranger's conversation open. */
export const note = (): void => storage()?.setItem(NAME, '1');
export const isThere = (): boolean => storage()?.getItem(NAME) === '1';
export const forget = (): void => storage()?.removeItem(NAME);

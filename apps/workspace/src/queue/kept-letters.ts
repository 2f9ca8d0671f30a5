const KEY = 'countersign:letters';

/** Whether letters alone do something in this browser. Whoever speaks to their computer, or whose hand slips, switches it off. */
export function lettersCount(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    return true;
  }
}

export function letLettersCount(count: boolean): void {
  try {
    if (count) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, 'off');
  } catch {
    // Storage is switched off: letters count as they do at first.
  }
}

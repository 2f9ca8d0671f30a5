const keyOf = (conversation: string) => `countersign:draft:${conversation}`;

/** Drafts outlive a reload of the tab, and nothing else: the tab's own storage, the agent's own words. */
export const drafts = {
  read(conversation: string): string {
    try {
      return sessionStorage.getItem(keyOf(conversation)) ?? '';
    } catch {
      return '';
    }
  },
  keep(conversation: string, text: string): void {
    try {
      if (text === '') sessionStorage.removeItem(keyOf(conversation));
      else sessionStorage.setItem(keyOf(conversation), text);
    } catch {
      // Storage is full or switched off: the draft lives as long as the page does.
    }
  },
  forgetAll(): void {
    try {
      sessionStorage.clear();
    } catch {
      // As above: there is nothing to forget.
    }
  },
};

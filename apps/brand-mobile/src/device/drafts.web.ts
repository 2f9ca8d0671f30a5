import type { DraftStorage } from '@countersign/chat-client';
import { kept } from './database.web';

/** What was written without a network is still there when the page was closed meanwhile. */
export const drafts: DraftStorage = {
  async getItem(key) {
    const text = await kept.get('drafts', key);
    return typeof text === 'string' ? text : null;
  },
  setItem: (key, value) => kept.put('drafts', key, value),
  removeItem: (key) => kept.delete('drafts', key),
};

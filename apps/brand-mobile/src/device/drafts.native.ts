import type { DraftStorage } from '@countersign/chat-client';
import { File, Paths } from 'expo-file-system';

const fileOf = (key: string): File => new File(Paths.document, `${key}.json`);

/** What was written without a network is still there when the app was closed meanwhile: in the app's own folder. */
export const drafts: DraftStorage = {
  getItem: async (key) => {
    const file = fileOf(key);
    return file.exists ? file.text() : null;
  },
  setItem: (key, value) => fileOf(key).write(value),
  removeItem: (key) => {
    const file = fileOf(key);
    if (file.exists) file.delete();
  },
};

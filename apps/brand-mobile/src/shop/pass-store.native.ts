import {
  deleteItemAsync,
  getItemAsync,
  setItemAsync,
  WHEN_UNLOCKED_THIS_DEVICE_ONLY,
} from 'expo-secure-store';
import type { Pass } from './shapes';

const NAME = 'larkspur.pass';
const options = { keychainAccessible: WHEN_UNLOCKED_THIS_DEVICE_ONLY };

/** The app's session at the shop outlives the app, where only this app of this phone can read it. */
export const passStore = {
  load: async (): Promise<Pass | undefined> => {
    const kept = await getItemAsync(NAME, options);
    return kept === null ? undefined : (JSON.parse(kept) as Pass);
  },
  save: (pass: Pass): Promise<void> => setItemAsync(NAME, JSON.stringify(pass), options),
  remove: (): Promise<void> => deleteItemAsync(NAME, options),
};

import type { KeyStore, ProofKey } from '@countersign/chat-client';
import { getRandomBytesAsync } from 'expo-crypto';
import {
  deleteItemAsync,
  getItemAsync,
  setItemAsync,
  WHEN_UNLOCKED_THIS_DEVICE_ONLY,
} from 'expo-secure-store';
import { keyOfSecret, makeSecret, SEED_BYTES } from './noble-key';

/** In the keychain of iOS, or behind the keystore of Android; it goes into no backup and to no other device. */
const options = { keychainAccessible: WHEN_UNLOCKED_THIS_DEVICE_ONLY };
const nameOf = (brand: string): string => `countersign.key.${brand}`;

const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
const fromHex = (text: string): Uint8Array =>
  Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

export const keyStore: KeyStore = {
  async load(brand): Promise<ProofKey | undefined> {
    const kept = await getItemAsync(nameOf(brand), options);
    return kept === null ? undefined : keyOfSecret(fromHex(kept));
  },
  async make(brand) {
    const secret = makeSecret(await getRandomBytesAsync(SEED_BYTES));
    await setItemAsync(nameOf(brand), toHex(secret), options);
    return keyOfSecret(secret);
  },
  remove: (brand) => deleteItemAsync(nameOf(brand), options),
};

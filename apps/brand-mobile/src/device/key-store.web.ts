import { type KeyStore, keyOfPair, makePair } from '@countersign/chat-client';
import { kept } from './database.web';

/** The browser's own key: it signs, and no script can read its private half. */
export const keyStore: KeyStore = {
  async load(brand) {
    const pair = (await kept.get('keys', brand)) as CryptoKeyPair | undefined;
    return pair && keyOfPair(pair);
  },
  async make(brand) {
    const pair = await makePair();
    await kept.put('keys', brand, pair);
    return keyOfPair(pair);
  },
  async remove(brand) {
    await kept.delete('keys', brand);
  },
};

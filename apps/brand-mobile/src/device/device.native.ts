import { bareDevice, type Device } from '@countersign/chat-client';
import { CryptoDigestAlgorithm, digest, randomUUID } from 'expo-crypto';

/** React Native has no `crypto`: the operating system's is asked. */
export const device: Device = bareDevice({
  randomId: randomUUID,
  sha256: async (bytes) => new Uint8Array(await digest(CryptoDigestAlgorithm.SHA256, Uint8Array.from(bytes))),
});

import { inRoot } from '../paths.js';

/** The phone's app, which has packages of its own: whatever is asked of it names files by this. */
export const inApp = (...parts: string[]): string => inRoot('apps/brand-mobile', ...parts);

/** A program of the app's own packages. */
export const appBin = (name: string): string => inApp('node_modules', name);

/** What Expo would otherwise ask of the network, or of a person. */
export const quietExpo = { EXPO_NO_TELEMETRY: '1', EXPO_OFFLINE: '1', CI: '1' } as const;

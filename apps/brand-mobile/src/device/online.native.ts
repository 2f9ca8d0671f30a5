/**
 * Without a native module of its own an app is not told of the network: it tries again after a while, and at once when
 * somebody looks. Where NetInfo is installed, its `addEventListener` goes here.
 */
export const onOnline =
  (_listen: () => void): (() => void) =>
  () =>
    undefined;

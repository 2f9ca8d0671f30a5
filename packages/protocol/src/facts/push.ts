export type PushState = 'stored' | 'unchanged' | 'out_of_date';

/** Versions of one source rise strictly: the same one again is harmless only with the same body. */
export function judgePush(
  known: { readonly version: bigint; readonly bodyHash: string } | undefined,
  pushed: { readonly version: bigint; readonly bodyHash: string },
): PushState {
  if (!known || pushed.version > known.version) return 'stored';
  return pushed.version === known.version && pushed.bodyHash === known.bodyHash ? 'unchanged' : 'out_of_date';
}

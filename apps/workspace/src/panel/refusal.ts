import type { IdentityEvent, IdentityPanel } from '@countersign/contracts';

/** The refused proof behind a session that is anonymous now, if that is why it is. */
export function refusalBehind({ who, history }: IdentityPanel): IdentityEvent | undefined {
  if (who.assurance !== 'anonymous') return undefined;
  const latest = history.toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at));
  const decisive = latest.find(
    ({ kind }) => kind === 'rejected' || kind === 'verified' || kind === 'signed_out',
  );
  return decisive?.kind === 'rejected' ? decisive : undefined;
}

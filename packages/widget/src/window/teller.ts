import type { IdentityState } from '@countersign/chat-client/identity';

const names: Partial<Record<IdentityState['phase'], string>> = {
  refused: 'refused',
  declined: 'declined',
  ended: 'signed-out',
};

/** Tells the page each outcome once: it hears of a verdict, never of a token. */
export function tellerOf(tell: (name: string, detail?: object) => void): (state: IdentityState) => void {
  let told = '';
  return ({ phase, session, refusal }) => {
    const verified = phase === 'open' && session !== null && session.assurance !== 'anonymous';
    const name = verified ? 'verified' : names[phase];
    const detail = verified ? { attempt: session.attempt } : (refusal ?? {});
    const what = `${name} ${JSON.stringify(detail)}`;
    if (name && what !== told) tell(name, detail);
    told = what;
  };
}

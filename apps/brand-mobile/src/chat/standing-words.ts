import type { IdentityState } from '@countersign/chat-client';

/** `button` null: it is under way. */
export type Standing = { readonly text: string; readonly button: string | null; readonly isUrgent: boolean };

/** What is worth saying of a proof that grows old; nothing while it is renewed by itself. */
export function standingWords({ phase, standing, renewal }: IdentityState): Standing | undefined {
  if (phase !== 'open') return undefined;
  const isAsking = renewal === 'asking';
  if (standing === 'stale')
    return {
      text: 'We need to confirm it is still you. What you write waits.',
      button: isAsking ? null : renewal === 'failed' ? 'Try again' : 'Confirm it is me',
      isUrgent: true,
    };
  if (standing !== 'due' || (renewal !== 'click' && renewal !== 'failed')) return undefined;
  return { text: 'Your sign-in ends soon.', button: 'Stay signed in', isUrgent: false };
}

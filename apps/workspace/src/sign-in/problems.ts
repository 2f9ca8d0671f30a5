import type { SignInProblem } from '../words/en/sign-in';

/** What can have gone wrong before. What is calm needs no warning: it was meant, or it happens every day. */
const problems: Record<SignInProblem, 'calm' | 'warning'> = {
  agent_not_invited: 'warning',
  agent_email_unproven: 'warning',
  agent_domain_missing: 'warning',
  agent_sign_in_failed: 'warning',
  agent_sign_in_cancelled: 'calm',
  agent_removed: 'warning',
  agent_session_required: 'calm',
  session_ended: 'calm',
  signed_out: 'calm',
  brand_unknown: 'warning',
  sign_up_closed: 'calm',
  rate_limited: 'warning',
  service_unavailable: 'warning',
};

const isKnown = (problem: string): problem is SignInProblem => Object.hasOwn(problems, problem);

/** A code from the address bar. One we do not know is never repeated on the page: anybody can write there. */
export function knownProblem(problem: string | undefined): SignInProblem | null {
  if (problem === undefined) return null;
  return isKnown(problem) ? problem : 'agent_sign_in_failed';
}

export const isCalm = (problem: SignInProblem): boolean => problems[problem] === 'calm';

/** A path of this app to come back to. Anything that could lead elsewhere becomes the start. */
export function safeReturn(path: string | undefined): string {
  if (!path || !/^\/(?![/\\])[\w\-/]*$/.test(path) || path.startsWith('/sign-in')) return '/';
  return path;
}

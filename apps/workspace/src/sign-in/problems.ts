/** What went wrong before, and what to do now. */
type Advice = { readonly title: string; readonly todo: string; readonly tone: 'calm' | 'warning' };

const known: Record<string, Advice> = {
  agent_not_invited: {
    title: 'Nobody has invited this account.',
    todo: 'Ask a lead of the brand to invite the exact address you sign in with, or sign in with another account.',
    tone: 'warning',
  },
  agent_email_unproven: {
    title: 'Your provider did not prove that the address is yours.',
    todo: 'Confirm the address at the provider, then sign in again.',
    tone: 'warning',
  },
  agent_domain_missing: {
    title: 'This account does not belong to the brand’s organisation.',
    todo: 'An address that ends in the right domain is not enough: sign in with the account your organisation manages.',
    tone: 'warning',
  },
  agent_sign_in_failed: {
    title: 'The sign-in did not succeed.',
    todo: 'Begin again. If it goes wrong twice, tell whoever runs the service.',
    tone: 'warning',
  },
  agent_sign_in_cancelled: {
    title: 'You went back before the sign-in was done.',
    todo: 'Begin again when you are ready.',
    tone: 'calm',
  },
  agent_removed: {
    title: 'You no longer answer for this brand.',
    todo: 'A lead has removed this account. Ask them if that was not meant.',
    tone: 'warning',
  },
  agent_session_required: {
    title: 'Sign in to go on.',
    todo: 'You come back to where you were.',
    tone: 'calm',
  },
  session_ended: {
    title: 'Your session has ended.',
    todo: 'It ends after 30 minutes without use, and after 12 hours in any case. Sign in again: drafts are kept.',
    tone: 'calm',
  },
  signed_out: { title: 'You are signed out.', todo: 'Drafts of this tab are deleted.', tone: 'calm' },
  brand_unknown: {
    title: 'There is no brand of this name.',
    todo: 'Check the spelling: it is the short name, such as larkspur.',
    tone: 'warning',
  },
  rate_limited: {
    title: 'Too many sign-ins were begun from here.',
    todo: 'Try again in a moment.',
    tone: 'warning',
  },
  service_unavailable: {
    title: 'The service or its sign-in provider does not answer.',
    todo: 'Try again in a moment.',
    tone: 'warning',
  },
};

const unknown: Advice = {
  title: 'The sign-in did not succeed.',
  todo: 'Begin again. If it goes wrong twice, tell whoever runs the service.',
  tone: 'warning',
};

/** A code from the address bar. One we do not know is never repeated on the page: anybody can write there. */
export function adviceFor(problem: string | undefined): Advice | null {
  if (problem === undefined) return null;
  return (Object.hasOwn(known, problem) ? known[problem] : undefined) ?? unknown;
}

/** A path of this app to come back to. Anything that could lead elsewhere becomes the start. */
export function safeReturn(path: string | undefined): string {
  if (!path || !/^\/(?![/\\])[\w\-/]*$/.test(path) || path.startsWith('/sign-in')) return '/';
  return path;
}

import type { Speech } from '../speech';

type Advice = { readonly title: string; readonly todo: string };

const problems = {
  agent_not_invited: {
    title: 'Nobody has invited this account.',
    todo: 'Ask a lead of the brand to invite the exact address you sign in with, or sign in with another account.',
  },
  agent_email_unproven: {
    title: 'Your provider did not prove that the address is yours.',
    todo: 'Confirm the address at the provider, then sign in again.',
  },
  agent_domain_missing: {
    title: 'This account does not belong to the brand’s organisation.',
    todo: 'An address that ends in the right domain is not enough: sign in with the account your organisation manages.',
  },
  agent_sign_in_failed: {
    title: 'The sign-in did not succeed.',
    todo: 'Begin again. If it goes wrong twice, tell whoever runs the service.',
  },
  agent_sign_in_cancelled: {
    title: 'You went back before the sign-in was done.',
    todo: 'Begin again when you are ready.',
  },
  agent_removed: {
    title: 'You no longer answer for this brand.',
    todo: 'A lead has removed this account. Ask them if that was not meant.',
  },
  agent_session_required: { title: 'Sign in to go on.', todo: 'You come back to where you were.' },
  session_ended: {
    title: 'Your session has ended.',
    todo: 'It ends after 30 minutes without use, and after 12 hours in any case. Sign in again: drafts are kept.',
  },
  signed_out: { title: 'You are signed out.', todo: 'Drafts of this tab are deleted.' },
  brand_unknown: {
    title: 'There is no brand of this name.',
    todo: 'Check the spelling: it is the short name, such as larkspur.',
  },
  sign_up_closed: {
    title: 'Brands are not made here at the moment.',
    todo: 'Ask whoever runs the service for one.',
  },
  rate_limited: { title: 'Too many sign-ins were begun from here.', todo: 'Try again in a moment.' },
  service_unavailable: {
    title: 'The service or its sign-in provider does not answer.',
    todo: 'Try again in a moment.',
  },
} as const satisfies Record<string, Advice>;

export type SignInProblem = keyof typeof problems;

/** The way in. */
export const signIn = ({ name }: Speech<'one' | 'other'>) => ({
  title: 'Sign in to answer',
  text: 'Your brand’s provider says who you are. Only invited agents come in.',
  brand: 'Brand',
  brandNote: 'The short name of your brand: small letters, digits and dashes, such as larkspur.',
  go: 'Continue',
  goTo: (brand: string) => `Sign in to ${name(brand)}`,
  demoAgents: 'Demo agents:',
  standIn: (host: string | null) =>
    `The demo’s provider stands in for Google${host ? ` at ${host}` : ''}: choose anyone, no password.`,
  newHere: 'New here?',
  createBrand: 'Create a brand',
  problems: problems as Record<SignInProblem, Advice>,
});

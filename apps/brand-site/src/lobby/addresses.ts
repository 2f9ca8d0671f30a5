import { cast } from '../demo/cast';
import type { Env } from '../env';

type To = { readonly hint: string; readonly returnTo?: string };
const signInOf = ({ API_URL }: Pick<Env, 'API_URL'>, to: To): string =>
  `${API_URL}/v1/agent/sign-in?${new URLSearchParams({ brand: 'larkspur', ...to })}`;

/** The agent's desk with the agent signed in, without typing. */
export const deskOf = (settings: Pick<Env, 'API_URL'>): string =>
  signInOf(settings, { hint: cast.agent.hint });

/** The connections and their traces, with the developer signed in, whoever was before. */
export const consoleOf = (settings: Pick<Env, 'API_URL'>): string =>
  signInOf(settings, { hint: cast.developer.hint, returnTo: '/connections' });

/** The shop with the customer signed in, and the drawer open at an experiment. */
export const shopWith = (experiment = 'welcome'): string =>
  `/login/google?${new URLSearchParams({ hint: cast.customer.hint, to: `/account?demo=${experiment}` })}`;

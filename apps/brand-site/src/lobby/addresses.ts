import { cast } from '../demo/cast';
import type { Env } from '../env';

/** The agent's desk with the agent signed in, without typing. */
export const deskOf = ({ API_URL }: Env): string =>
  `${API_URL}/v1/agent/sign-in?${new URLSearchParams({ brand: 'larkspur', hint: cast.agent.hint })}`;

/** The shop with the customer signed in, and the drawer open at an experiment. */
export const shopWith = (experiment = 'welcome'): string =>
  `/login/google?${new URLSearchParams({ hint: cast.customer.hint, to: `/account?demo=${experiment}` })}`;

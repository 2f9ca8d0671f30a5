import { trace } from '@countersign/claims';
import { agentView, conversationList, message, ratingFigures } from '@countersign/contracts';
import { z } from 'zod';
import { call } from './call';

const earlierMessages = z.object({ messages: z.array(message) });
/** The agent's routes, by the cookie of the API. */
export function agentClient(apiUrl: string) {
  const at = (path: string) => `${apiUrl}/v1/agent${path}`;
  return {
    me: () => call(at('/me'), agentView),
    conversations: (state: 'open' | 'ended', after?: string) => {
      const query = new URLSearchParams({ state, ...(after === undefined ? {} : { after }) });
      return call(at(`/conversations?${query}`), conversationList);
    },
    earlier: (conversation: string, before: number) =>
      call(at(`/conversations/${conversation}/messages?before=${before}`), earlierMessages),
    trace: (conversation: string) => call(at(`/conversations/${conversation}/trace`), trace),
    /** For leads. */
    ratings: () => call(at('/ratings'), ratingFigures),
    signOut: () => call(at('/sign-out'), z.null(), 'POST'),
  };
}
export type AgentClient = ReturnType<typeof agentClient>;

/** Where an agent goes to sign in. A navigation: the provider wants a page of its own. */
export function signInAddress(apiUrl: string, brand: string, returnTo: string, hint?: string): string {
  const address = new URL(`${apiUrl}/v1/agent/sign-in`);
  address.searchParams.set('brand', brand);
  address.searchParams.set('returnTo', returnTo);
  if (hint) address.searchParams.set('hint', hint);
  return address.href;
}

/** What somebody wants to say in a conversation, before anything of it is known to be so. */
export type PlainLine = {
  readonly brandId: string;
  readonly conversationId: string;
  readonly from: 'consumer' | 'agent';
  /** The consumer's session, or the agent's. */
  readonly sessionId: string;
  readonly agentId: string | null;
  readonly clientId: string;
  readonly text: string;
  /** The socket that is answered with it. */
  readonly socketId: string;
};

/** Two of these in one batch would be two lines with one name. */
export const nameOf = ({ conversationId, from, clientId }: PlainLine): string =>
  `${conversationId} ${from} ${clientId}`;

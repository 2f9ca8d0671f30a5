/** A line of an agent's, in the conversation of Ada. */
export const message = (number: number) => ({
  id: `m${number}`,
  conversation: 'of-ada',
  number,
  from: 'agent' as const,
  by: 'Noor',
  text: `text ${number}`,
  event: null,
  at: '2026-11-28T10:00:00.000Z',
  clientId: null,
  attachment: null,
  card: null,
  stamp: { assurance: 'verified', issuerLabel: null } as never,
});

/** The ways this site can prove its customers to the chat. A real brand has one and never switches. */
export const connectionKeys = ['google', 'own', 'signed', 'sealed'] as const;
export type ConnectionKey = (typeof connectionKeys)[number];

export const isConnectionKey = (key: unknown): key is ConnectionKey =>
  typeof key === 'string' && (connectionKeys as readonly string[]).includes(key);

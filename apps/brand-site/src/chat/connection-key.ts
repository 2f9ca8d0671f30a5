/** The ways this site can prove its customers to the chat. A real brand has one and never switches. */
export const connectionKeys = ['google', 'own', 'signed', 'sealed'] as const;
export type ConnectionKey = (typeof connectionKeys)[number];

export const isConnectionKey = (key: unknown): key is ConnectionKey =>
  typeof key === 'string' && (connectionKeys as readonly string[]).includes(key);

/** The ways of the shop's mobile app: its requests have no `Origin`, and a connection lets such in or not. */
export const appConnectionKeys = ['app-code', 'app-signed'] as const;
export type AppConnectionKey = (typeof appConnectionKeys)[number];

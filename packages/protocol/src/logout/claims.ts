import { z } from 'zod';
import type { Payload, QuickCheck } from '../checks/check.js';
import { reject } from '../rejection.js';

/** Claims of a logout token, after the signature. OpenID Connect Back-Channel Logout 1.0, section 2.4. */
export const logoutClaims = z.looseObject({
  iss: z.string(),
  aud: z.union([z.string(), z.array(z.string())]),
  iat: z.number(),
  exp: z.number().optional(),
  jti: z.string().min(1),
  events: z.record(z.string(), z.unknown()),
  sub: z.string().optional(),
  sid: z.string().optional(),
});
export type LogoutClaims = z.infer<typeof logoutClaims>;

export const claims: QuickCheck<Payload> = {
  name: 'claims',
  sentence: 'The claims a logout token needs are there, each of its type.',
  clause: 'OpenID Connect Back-Channel Logout 1.0, section 2.4',
  run: ({ members }) => {
    const parsed = logoutClaims.safeParse(members);
    if (parsed.success) return undefined;
    const names = parsed.error.issues.map(({ path }) => String(path[0] ?? 'the payload'));
    const wrong = [...new Set(names)].join(', ');
    return reject('claims_malformed', 'the claims of a logout token', `wrong: ${wrong}`);
  },
};

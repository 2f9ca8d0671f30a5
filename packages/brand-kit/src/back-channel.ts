import { z } from 'zod';
import type { Attempt, Proof } from './attempt.js';

/** Where codes come from, and as whom the backend asks for them. */
export type BackChannelOptions = {
  /** The brand's own authorization server. */
  readonly issuer: string;
  /** The backend's client there, which may ask codes for the chat's client. */
  readonly clientId: string;
  readonly clientSecret: string;
  /** As registered with the connection. */
  readonly redirectUri: string;
};

const answer = z.looseObject({ code: z.string(), iss: z.string().optional() });

/**
 * Asks the brand's authorization server, server to server, for a code for the customer in session.
 * The code is bound to the chat's client, redirect URI, nonce and challenge: nobody else can use it.
 */
export function createBackChannelCodeSource(options: BackChannelOptions) {
  const credentials = Buffer.from(
    `${encodeURIComponent(options.clientId)}:${encodeURIComponent(options.clientSecret)}`,
  );
  return async (subject: string, attempt: Attempt): Promise<Proof> => {
    const response = await fetch(`${options.issuer}/backchannel/code`, {
      method: 'POST',
      signal: AbortSignal.timeout(5_000),
      headers: {
        authorization: `Basic ${credentials.toString('base64')}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({
        clientId: attempt.clientId,
        sub: subject,
        redirectUri: options.redirectUri,
        scope: attempt.scope,
        nonce: attempt.nonce,
        codeChallenge: attempt.codeChallenge,
        codeChallengeMethod: attempt.codeChallengeMethod,
      }),
    });
    if (!response.ok) throw new Error(`The authorization server gave no code: ${response.status}`);
    const { code, iss } = answer.parse(await response.json());
    return { code, redirectUri: options.redirectUri, ...(iss === undefined ? {} : { iss }) };
  };
}

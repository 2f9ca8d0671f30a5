import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';

/** What says who sent a request, and when, and that nobody changed it: Standard Webhooks. */
export type SignedHeaders = {
  readonly 'webhook-id': string;
  readonly 'webhook-timestamp': string;
  /** One signature for each secret, apart by spaces: while a secret is being turned, the receiver may know either. */
  readonly 'webhook-signature': string;
};
export type ToSign = {
  /** Of the message, not of the try: a receiver that has seen it has done its work. */
  readonly id: string;
  /** Of the try: the receiver refuses what is old. */
  readonly at: Date;
  /** Character for character what is sent. */
  readonly body: string;
};

const PREFIX = 'whsec_';
const SECRET_BYTES = 32;

export const newSigningSecret = (): string => PREFIX + randomBytes(SECRET_BYTES).toString('base64');

/** `whsec_` and the base64 of 24 to 64 bytes. */
export function isSigningSecret(text: string): boolean {
  const encoded = text.startsWith(PREFIX) ? text.slice(PREFIX.length) : '';
  const bytes = Buffer.from(encoded, 'base64');
  return bytes.length >= 24 && bytes.length <= 64 && bytes.toString('base64') === encoded;
}

export function signed({ id, at, body }: ToSign, secrets: readonly string[]): SignedHeaders {
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, at, body)).join(' '),
  };
}

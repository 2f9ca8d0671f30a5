import type { Attempt, Proof } from '@countersign/brand-kit';
import { appConnectionKeys } from '../chat/connection-key';
import { proofFor } from '../chat/proof';
import type { Customer } from '../customers/customer';
import { settingsOf } from '../demo-file/read';

/** A code or an envelope, whichever the app's connection takes; for no other client than those two. */
export async function appProofFor(customer: Customer, attempt: Attempt): Promise<Proof | undefined> {
  const settings = await settingsOf('larkspur');
  if (!settings) throw new Error('The shop is not set up yet.');
  const key = appConnectionKeys.find((name) => {
    const connection = settings.connections[name];
    if (!connection) return false;
    return attempt.clientId === (connection.flow === 'code' ? connection.clientId : connection.audience);
  });
  return key && proofFor(settings, key, customer, attempt);
}

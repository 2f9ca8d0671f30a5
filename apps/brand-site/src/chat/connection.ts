import { cookies } from 'next/headers';
import type { BrandSlug } from '../brands/brand';
import type { Customer } from '../customers/customer';
import { type AppConnectionKey, type ConnectionKey, isConnectionKey } from './connection-key';

export const connectionCookie = 'demo-connection';

/**
 * The connection for somebody: the wished one where their sign-in allows it. Google vouches only for those who came
 * by Google, Larkspur's server only for those it signed in; an envelope is the shop's own word and serves both.
 */
export function connectionFor(
  brand: BrandSlug,
  customer: Pick<Customer, 'way'> | undefined,
  wished: string | undefined,
): ConnectionKey {
  if (brand === 'juniper') return 'signed';
  const usual = customer?.way === 'larkspur' ? 'own' : 'google';
  if (!isConnectionKey(wished)) return usual;
  return wished === 'google' || wished === 'own' ? usual : wished;
}

/** By which name the connection's issuer knows the customer. */
export function subjectFor(
  connection: ConnectionKey | AppConnectionKey,
  { id, subject, logins }: Pick<Customer, 'id' | 'subject' | 'logins'>,
): string {
  if (connection === 'google') return logins?.google ?? subject;
  return connection === 'own' || connection === 'app-code' ? (logins?.larkspur ?? subject) : id;
}

export async function currentConnection(
  brand: BrandSlug,
  customer: Pick<Customer, 'way'> | undefined,
): Promise<ConnectionKey> {
  return connectionFor(brand, customer, (await cookies()).get(connectionCookie)?.value);
}

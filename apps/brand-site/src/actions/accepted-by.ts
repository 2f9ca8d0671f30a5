import type { Customer } from '../customers/customer';
import { idOf } from '../customers/open-account';
import { findCustomer } from '../customers/store';
import type { DemoBrand } from '../demo-file/schema';

/** Whom the service says it was: by the issuer that vouched for them, and the name it has for them. Never by an address. */
export async function acceptedBy(
  { login, envelope, linked }: Pick<DemoBrand, 'login' | 'envelope' | 'linked'>,
  { issuer, subject }: { readonly issuer: string; readonly subject: string },
): Promise<Customer | undefined> {
  if (issuer === envelope.issuer) return findCustomer(subject);
  const way = (['google', 'larkspur'] as const).find((one) => login[one]?.issuer === issuer);
  if (!way) return undefined;
  const logins = linked.find((one) => one.logins[way] === subject)?.logins;
  return findCustomer(idOf('larkspur', way, subject, logins));
}

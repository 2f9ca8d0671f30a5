import { importJWK, SignJWT } from 'jose';
import type { Customer } from '../customers/customer';
import type { DemoBrand } from '../demo-file/schema';

const HOURS_8 = 8 * 3_600;

const dayOf = (date: string) => {
  const [year, month, day] = date.split('-').map(Number);
  return { year, month, day };
};

/**
 * A token as a backend makes it for LivePerson: no audience, no nonce, and for one sign-in always the same.
 * The brand's signature says that the attributes in it are true; the cart is not the backend's to vouch for.
 */
export async function classicToken(
  { envelope: { issuer, keyId, privateJwk } }: DemoBrand,
  customer: Customer,
  signedInAt: number,
): Promise<string> {
  const [firstname, ...rest] = (customer.name ?? '').split(' ');
  const personal = {
    firstname,
    lastname: rest.join(' '),
    language: 'en-GB',
    contacts: [{ email: customer.email, phone: '+44 117 496 0000', phoneType: 'MOBILE' }],
  };
  const info = {
    customerId: customer.accountNumber,
    cstatus: 'active',
    ctype: customer.package.name,
    balance: Number(customer.billing.balance.amount),
    currency: customer.billing.balance.currency,
    registrationDate: dayOf(customer.customerSince),
  };
  const lp_sdes = [
    { type: 'ctmrinfo', info },
    { type: 'personal', personal },
    { type: 'cart', total: 0, numItems: 0 },
  ];
  return new SignJWT({ lp_sdes })
    .setProtectedHeader({ alg: 'RS256', kid: keyId })
    .setIssuer(issuer)
    .setSubject(customer.id)
    .setIssuedAt(signedInAt)
    .setExpirationTime(signedInAt + HOURS_8)
    .sign(await importJWK(privateJwk, 'RS256'));
}

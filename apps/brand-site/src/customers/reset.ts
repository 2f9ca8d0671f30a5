import type { BrandSlug } from '../brands/brand';
import { settingsOf } from '../demo-file/read';
import type { Customer } from './customer';
import { loginClaims, openAccount } from './open-account';
import { changeCustomer, customersOf } from './store';

/** What somebody has bought and owes, as on the day their account was opened. */
async function atFirst(row: Customer, now: Date): Promise<Partial<Customer>> {
  const linked = (await settingsOf(row.brand))?.linked.find(
    ({ logins }) => logins.larkspur === row.logins?.larkspur,
  );
  const told = loginClaims.parse({ sub: row.subject, ...linked?.records });
  const { package: bought, billing } = openAccount(row.brand, row.way, told, now, row.logins);
  return { package: bought, billing };
}

/** Takes back what the customers of an address did at a brand, so that a demo begins where the one before began. */
export async function resetCustomers(brand: BrandSlug, email: string, now: Date): Promise<Customer[]> {
  const rows = (await customersOf(brand)).filter((row) => row.email === email);
  const changed = await Promise.all(
    rows.map(async (row) => {
      const first = await atFirst(row, now);
      return changeCustomer(row.id, now, () => first);
    }),
  );
  return changed.filter((row) => row !== undefined);
}

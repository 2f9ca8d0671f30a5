import { readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { env } from '../env';
import { type Customer, customer } from './customer';

const book = z.object({ customers: z.array(customer) });

type Shelf = { path: string; customers: Map<string, Customer>; writing: Promise<void> };

// Pages and route handlers are bundled apart from each other; the process is what they share.
const shared = globalThis as typeof globalThis & { shopCustomers?: { path: string; shelf: Promise<Shelf> } };

async function openShelf(path: string): Promise<Shelf> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  const rows = text === undefined ? [] : book.parse(JSON.parse(text)).customers;
  return { path, customers: new Map(rows.map((row) => [row.id, row])), writing: Promise.resolve() };
}

function shelf(): Promise<Shelf> {
  const path = join(dirname(env().DEMO_FILE), 'shop.json');
  if (shared.shopCustomers?.path !== path) shared.shopCustomers = { path, shelf: openShelf(path) };
  return shared.shopCustomers.shelf;
}

/** One write at a time, and never half a file. */
function write(to: Shelf): Promise<void> {
  to.writing = to.writing
    .catch(() => undefined)
    .then(async () => {
      const draft = `${to.path}.new`;
      await writeFile(draft, JSON.stringify({ customers: [...to.customers.values()] }), { mode: 0o600 });
      await rename(draft, to.path);
    });
  return to.writing;
}

export const findCustomer = async (id: string): Promise<Customer | undefined> =>
  (await shelf()).customers.get(id);

export async function saveCustomer(row: Customer): Promise<Customer> {
  const open = await shelf();
  open.customers.set(row.id, row);
  await write(open);
  return row;
}

/** Changes a row between two looks at it, so that no change is lost. The version always rises. */
export async function changeCustomer(
  id: string,
  now: Date,
  change: (row: Customer) => Partial<Customer> | undefined,
): Promise<Customer | undefined> {
  const open = await shelf();
  const row = open.customers.get(id);
  const changed = row && change(row);
  if (!row || !changed) return undefined;
  const next = { ...row, ...changed, version: Math.max(row.version + 1, now.getTime()) };
  open.customers.set(id, next);
  await write(open);
  return next;
}

export const customersOf = async (brand: Customer['brand']): Promise<Customer[]> =>
  [...(await shelf()).customers.values()].filter((row) => row.brand === brand);

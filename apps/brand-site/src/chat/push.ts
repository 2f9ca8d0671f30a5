import { createCountersign } from '@countersign/brand-kit';
import type { Customer } from '../customers/customer';
import { pushedOf } from '../customers/facts';
import { settingsOf } from '../demo-file/read';
import { env } from '../env';
import { subjectFor } from './connection';
import type { ConnectionKey } from './connection-key';

/** Whom the service has not heard about yet, because it did not answer. */
const unsent = new Map<string, readonly ConnectionKey[]>();

async function push(row: Customer, keys: readonly ConnectionKey[]): Promise<void> {
  const settings = await settingsOf(row.brand);
  if (!settings) return;
  const service = createCountersign({ apiUrl: env().API_URL, apiKey: settings.apiKey });
  const facts = { version: row.version, asOf: new Date(row.version), facts: pushedOf(row) };
  const results = await Promise.allSettled(
    keys.map(async (key) => {
      if (settings.connections[key]) await service.pushFacts(key, subjectFor(key, row), facts);
    }),
  );
  const failed = results.filter((result) => result.status === 'rejected');
  if (failed.length === 0) unsent.delete(row.id);
  else unsent.set(row.id, keys);
  for (const { reason } of failed)
    console.error('facts were not taken:', reason instanceof Error ? reason.message : '');
}

/** Google knows nothing of accounts and bills, and nobody but the shop of its offers: its backend says them itself. */
export async function pushFactsAfterLogin(row: Customer): Promise<void> {
  if (row.brand === 'larkspur') await push(row, [row.way === 'google' ? 'google' : 'own']);
}

/** What changed is said wherever the customer may be chatting, so that the agent sees it at once. */
export async function pushFactsAfterChange(row: Customer): Promise<void> {
  if (row.brand !== 'larkspur') return;
  const ways = row.logins
    ? (['google', 'own'] as const)
    : ([row.way === 'google' ? 'google' : 'own'] as const);
  await push(row, [...ways, 'signed', 'sealed']);
}

/** Makes up for a push the service missed. */
export async function pushUnsentFacts(row: Customer): Promise<void> {
  const keys = unsent.get(row.id);
  if (keys) await push(row, keys);
}
